"""Every setting, right and wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.ending import WrongSetting
from bot.settings import ADVICE, Settings, read_settings
from store.sealed import new_key

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"  # noqa: S105 - a made-up one
KEY = new_key()
ADDRESS = "https://bot.example.org/spoor"
EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture
def given(empty_place: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The two that are needed, in the environment."""
    assert empty_place.is_dir()
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("SPOOR_KEY", KEY)
    return monkeypatch


@pytest.mark.usefixtures("given")
def test_the_rest_has_defaults() -> None:
    settings = read_settings()
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.database_url == "sqlite:///data/spoor.db"
    assert (settings.timezone, settings.language) == ("Europe/Brussels", "nl")
    assert (settings.log_level, settings.log_format, settings.webhook_url) == ("INFO", "console", "")


@pytest.mark.parametrize("secret", [TOKEN, KEY], ids=["token", "key"])
@pytest.mark.usefixtures("given")
def test_secrets_stay_out_of_sight(secret: str) -> None:
    assert secret not in f"{read_settings()!r} {read_settings()}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("TELEGRAM_TOKEN", "hunter2", id="no token"),
        pytest.param("TELEGRAM_TOKEN", f"{TOKEN} x", id="token and more"),
        pytest.param("TELEGRAM_API_URL", "api.telegram.org", id="address without scheme"),
        pytest.param("TELEGRAM_API_URL", "ftp://api.telegram.org", id="another scheme"),
        pytest.param("TELEGRAM_API_URL", "https://api.telegram.org:port", id="port without number"),
        pytest.param("DATABASE_URL", "data/spoor.db", id="only a file"),
        pytest.param("DATABASE_URL", "sqlite://", id="in memory"),
        pytest.param("DATABASE_URL", "mysql://a@b/c", id="another database"),
        pytest.param("DATABASE_URL", "postgresql://a@b/c", id="a driver that blocks"),
        pytest.param("SPOOR_KEY", "c2hvcnQ=", id="short key"),
        pytest.param("SPOOR_KEY", f"{KEY},c2hvcnQ=", id="short key in a list"),
        pytest.param("SPOOR_KEY", ",", id="no key in the list"),
        pytest.param("SPOOR_KEY", "geheim!", id="no base64"),
        pytest.param("TIMEZONE", "Europe/Bruges", id="no time zone"),
        pytest.param("TIMEZONE", "../../etc/passwd", id="a path"),
        pytest.param("LANGUAGE", "fr", id="another language"),
        pytest.param("LOG_LEVEL", "LOUD", id="another level"),
        pytest.param("LOG_FORMAT", "xml", id="another format"),
        pytest.param("WEBHOOK_URL", "http://bot.example.org/spoor", id="without tls"),
        pytest.param("WEBHOOK_URL", "https://bot.example.org:8444/", id="a port Telegram does not push to"),
        pytest.param("WEBHOOK_URL", "bot.example.org", id="no web address"),
        pytest.param("WEBHOOK_SECRET", "with spaces", id="secret with spaces"),
        pytest.param("WEBHOOK_SECRET", "x" * 257, id="long secret"),
    ],
)
def test_a_wrong_value_is_one_sentence(given: pytest.MonkeyPatch, name: str, value: str) -> None:
    given.setenv("WEBHOOK_SECRET", "sesame")
    given.setenv(name, value)
    with pytest.raises(WrongSetting) as caught:
        read_settings()
    assert str(caught.value) == f"{name} cannot be used: {ADVICE[name]}"
    assert caught.value.code == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("TELEGRAM_API_URL", "http://127.0.0.1:8081", id="own server"),
        pytest.param("DATABASE_URL", "sqlite:////var/lib/spoor/spoor.db", id="absolute path"),
        pytest.param("SPOOR_KEY", f"{new_key()},{KEY}", id="a new key before the old"),
        pytest.param("TIMEZONE", "Europe/London", id="another zone"),
        pytest.param("LOG_LEVEL", "debug", id="in small letters"),
        pytest.param("WEBHOOK_URL", ADDRESS, id="webhook"),
        pytest.param("WEBHOOK_URL", "http://127.0.0.1:9000/spoor", id="webhook on this machine"),
    ],
)
def test_a_right_value_is_taken(given: pytest.MonkeyPatch, name: str, value: str) -> None:
    given.setenv("WEBHOOK_SECRET", "sesame")
    given.setenv(name, value)
    read_settings()


@pytest.mark.parametrize("empty", [True, False], ids=["empty", "absent"])
def test_what_is_missing_is_named_each_with_a_sentence(empty_place: Path, *, empty: bool) -> None:
    (empty_place / ".env").write_text("TELEGRAM_TOKEN=\nSPOOR_KEY=\n" if empty else "")
    with pytest.raises(WrongSetting) as caught:
        read_settings()
    assert str(caught.value).splitlines() == [
        f"{name} is missing: I looked in the environment and in {empty_place / '.env'}. {advice}"
        for name, advice in (
            ("TELEGRAM_TOKEN", "Copy the token that @BotFather gave you (numbers, a colon, letters)."),
            ("SPOOR_KEY", "Let" + ADVICE["SPOOR_KEY"].removeprefix("let")),
        )
    ]


def test_without_any_settings_one_sentence_says_how_to_begin(empty_place: Path) -> None:
    with pytest.raises(WrongSetting) as caught:
        read_settings()
    assert str(caught.value).startswith(f"There are no settings yet: run `spoor init` in {empty_place}, ")
    assert "\n" not in str(caught.value)


def test_one_of_the_two_in_the_environment_is_not_nothing(empty_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    with pytest.raises(WrongSetting, match=rf"^SPOOR_KEY is missing: .* in {empty_place / '.env'}\. Let "):
        read_settings()


def test_a_webhook_needs_a_secret(given: pytest.MonkeyPatch) -> None:
    given.setenv("WEBHOOK_URL", ADDRESS)
    with pytest.raises(WrongSetting, match="WEBHOOK_SECRET cannot be used"):
        read_settings()


@pytest.mark.parametrize(
    ("value", "language"),
    [
        pytest.param("en", "en", id="ours"),
        pytest.param("en_US", "nl", id="a desktop's"),
        pytest.param("fr_BE:fr", "nl", id="a desktop's list"),
        pytest.param("C", "nl", id="none"),
    ],
)
def test_the_language_of_a_desktop_is_not_meant_for_us(given: pytest.MonkeyPatch, value: str, language: str) -> None:
    given.setenv("LANGUAGE", value)
    assert read_settings().language == language


def test_the_environment_goes_before_the_file(given: pytest.MonkeyPatch, empty_place: Path) -> None:
    (empty_place / ".env").write_text("TIMEZONE=Europe/Paris\nLOG_FORMAT=json\nANYTHING=else\n")
    given.setenv("TIMEZONE", "Europe/Rome")
    assert (read_settings().timezone, read_settings().log_format) == ("Europe/Rome", "json")


@pytest.mark.usefixtures("given")
def test_a_file_that_is_no_text(empty_place: Path) -> None:
    (empty_place / ".env").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WrongSetting, match="cannot be read"):
        read_settings()


def test_the_example_explains_every_setting() -> None:
    paragraphs = re.split(r"\n\n+", EXAMPLE.read_text())
    explained = {
        match[1].lower(): match[2]
        for paragraph in paragraphs
        if paragraph.startswith("# ") and (match := re.search(r"^([A-Z_]+)=(.*)$", paragraph, re.MULTILINE))
    }
    defaults = {name: field.default for name, field in Settings.model_fields.items()}
    assert explained.keys() == defaults.keys() == {name.lower() for name in ADVICE}
    shown = {name: value for name, value in explained.items() if value}
    assert shown == {name: defaults[name] for name in shown}


@pytest.mark.usefixtures("given")
def test_the_example_can_be_used_as_it_is(empty_place: Path) -> None:
    (empty_place / ".env").write_text(EXAMPLE.read_text())
    read_settings()
