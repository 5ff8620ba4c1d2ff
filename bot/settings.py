"""The settings, from the environment or .env."""

from __future__ import annotations

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.ending import WrongSetting
from store.sealed import read_keys


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("is no time zone") from None
    return name


def _keys(keys: SecretStr) -> SecretStr:
    read_keys(keys.get_secret_value())
    return keys


class Settings(BaseSettings):
    """What an organisation sets. Each is explained in .env.example."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    telegram_token: SecretStr
    telegram_api_url: str = "https://api.telegram.org"
    database_url: str = "sqlite:///data/spoor.db"
    spoor_key: Annotated[SecretStr, AfterValidator(_keys)]
    timezone: Annotated[str, AfterValidator(_zone)] = "Europe/Brussels"
    language: Literal["nl", "en"] = "nl"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"


def read_settings() -> Settings:
    """The settings. Raises WrongSetting."""
    try:
        return Settings()
    except ValidationError as error:
        raise WrongSetting(str(error)) from None
