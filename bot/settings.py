"""The settings, from the environment or .env."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)
from sqlalchemy.exc import ArgumentError

from bot.ending import WrongSetting
from programme.call import read_escalation
from store.database import file_of, read_url
from store.sealed import read_keys

_TOKEN = re.compile(r"[0-9]{5,20}:[A-Za-z0-9_-]{30,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})

# Elsewhere LANGUAGE is a word of gettext, which desktops set: "nl_BE:nl".
_OF_GETTEXT = re.compile(r"C|.*[_:.].*")

FILE = Path(".env")
NEEDED = frozenset({"TELEGRAM_TOKEN", "SPOOR_KEY"})

# What to do about one that is missing or cannot be used.
ADVICE = {
    "TELEGRAM_TOKEN": "copy the token that @BotFather gave you (numbers, a colon, letters).",
    "TELEGRAM_API_URL": "give an address that starts with https:// or http://, or leave it out.",
    "DATABASE_URL": "give sqlite:/// and a file, or postgresql+asyncpg:// with asyncpg installed, or leave it out.",
    "SPOOR_KEY": "let `spoor init` make one (32 bytes in base64; a list has commas between the keys, newest first).",
    "TIMEZONE": "give a name like Europe/Brussels, or leave it out.",
    "LANGUAGE": "choose nl or en, or leave it out.",
    "CALL_ESCALATION": "give minutes and who (first, team, leads or everybody), like 15 team, 30 leads, 60 everybody.",
    "WEBHOOK_URL": "give an https:// address, on port 443, 80, 88 or 8443, or leave it out to let the bot poll.",
    "WEBHOOK_SECRET": "give 1 to 256 letters, numbers, _ or - of your own; WEBHOOK_URL does not work without.",
    "HELP_FILE": "give a TOML file like help.example.toml, yours to read, or leave it out.",
    "HEALTH_PING_URL": "give the https:// address that your watch service gave you, or leave it out.",
    "LOG_LEVEL": "choose DEBUG, INFO, WARNING or ERROR, or leave it out.",
    "LOG_FORMAT": "choose console or json, or leave it out.",
}


def is_token(text: str) -> bool:
    """Whether this has the shape of a bot's token."""
    return _TOKEN.fullmatch(text) is not None


def is_zone(name: str) -> bool:
    """Whether there is such a time zone."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _token(token: SecretStr) -> SecretStr:
    if not is_token(token.get_secret_value()):
        raise ValueError("shape")
    return token


def _zone(name: str) -> str:
    if not is_zone(name):
        raise ValueError("unknown")
    return name


def _keys(keys: SecretStr) -> SecretStr:
    read_keys(keys.get_secret_value())
    return keys


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0 or parts.query or parts.fragment:
        raise ValueError("no web address")
    return text.rstrip("/")


def _database(text: str) -> str:
    try:
        url = read_url(text)
    except ArgumentError:
        raise ValueError("unreadable") from None
    on_file = url.drivername == "sqlite+aiosqlite" and file_of(url) is not None
    on_server = url.drivername == "postgresql+asyncpg" and find_spec("asyncpg") is not None
    if not on_file and not on_server:
        raise ValueError("unsupported")
    return text


def _webhook(text: str) -> str:
    """Telegram itself only pushes over TLS; a Bot API server on this machine needs none."""
    if not text:
        return text
    parts = urlsplit(text)
    if not parts.hostname or parts.query or parts.fragment:
        raise ValueError("no web address")
    safe = parts.scheme == "https" and parts.port in (None, 443, 80, 88, 8443)
    if not safe and not (parts.scheme == "http" and parts.hostname in _HERE):
        raise ValueError("not safe")
    return text


def _secret(secret: SecretStr, info: ValidationInfo) -> SecretStr:
    text = secret.get_secret_value()
    if (text or info.data.get("webhook_url")) and not _SECRET.fullmatch(text):
        raise ValueError("shape")
    return secret


def _ping(url: SecretStr) -> SecretStr:
    parts = urlsplit(url.get_secret_value())
    if url.get_secret_value() and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise ValueError("no web address")
    return url


def _steps(text: str) -> str:
    read_escalation(text)
    return text


def _upper(text: Any) -> Any:
    return text.upper() if isinstance(text, str) else text


class Settings(BaseSettings):
    """What an organisation sets. Each is explained in .env.example."""

    model_config = SettingsConfigDict(env_file=FILE, extra="ignore", env_ignore_empty=True, hide_input_in_errors=True)

    telegram_token: Annotated[SecretStr, AfterValidator(_token)]
    telegram_api_url: Annotated[str, AfterValidator(_address)] = "https://api.telegram.org"
    database_url: Annotated[str, AfterValidator(_database)] = "sqlite:///data/spoor.db"
    spoor_key: Annotated[SecretStr, AfterValidator(_keys)]
    timezone: Annotated[str, AfterValidator(_zone)] = "Europe/Brussels"
    language: Literal["nl", "en"] = "nl"
    call_escalation: Annotated[str, AfterValidator(_steps)] = "15 team, 30 leads, 60 everybody"
    webhook_url: Annotated[str, AfterValidator(_webhook)] = ""
    webhook_secret: Annotated[SecretStr, AfterValidator(_secret), Field(validate_default=True)] = SecretStr("")
    help_file: str = ""
    health_ping_url: Annotated[SecretStr, AfterValidator(_ping)] = SecretStr("")
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = "INFO"
    log_format: Literal["console", "json"] = "console"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the library's
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the library's
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is handed over, then the environment, then .env."""
        return init_settings, _Environment(settings_cls), dotenv_settings


class _Environment(EnvSettingsSource):
    def __call__(self) -> dict[str, Any]:
        """Without what was not meant for us."""
        values = super().__call__()
        if _OF_GETTEXT.fullmatch(values.get("language", "")):
            del values["language"]
        return values


def read_settings() -> Settings:
    """The settings. Raises WrongSetting, with a sentence for each value that is missing or wrong."""
    try:
        return Settings()
    except ValidationError as error:
        raise WrongSetting(_sentences(error.errors())) from None
    except (OSError, UnicodeDecodeError, SettingsError):
        raise WrongSetting(".env cannot be read: see that it is a text file, and yours.") from None


def _sentences(faults: list[ErrorDetails]) -> str:
    missing = {_name(fault) for fault in faults if fault["type"] == "missing"}
    if missing == NEEDED and not FILE.exists():
        return f"There are no settings yet: run `spoor init` in {Path.cwd()}, or go to the folder where your .env is."
    return "\n".join(_sentence(fault) for fault in faults)


def _sentence(fault: ErrorDetails) -> str:
    name = _name(fault)
    advice = ADVICE[name]
    if fault["type"] == "missing":
        looked = f"I looked in the environment and in {FILE.absolute()}"
        return f"{name} is missing: {looked}. {advice[0].upper()}{advice[1:]}"
    return f"{name} cannot be used: {advice}"


def _name(fault: ErrorDetails) -> str:
    return str(fault["loc"][0]).upper()
