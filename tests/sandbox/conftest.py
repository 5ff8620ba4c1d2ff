"""What the tests of the sandbox share: a town, and the page on it in a real browser."""

from tests.sandbox.pages import address, browser, page, serving, town

__all__ = ["address", "browser", "page", "serving", "town"]
