"""What the tests of the sandbox share: a town, and the page on it in a real browser."""

from tests.sandbox.pages import address, browser, echo_town, page, serving

__all__ = ["address", "browser", "echo_town", "page", "serving"]
