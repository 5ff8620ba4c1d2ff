"""The stories, in the order in which a newcomer likes to hear them."""

from __future__ import annotations

from sandbox.stories.eerste_dag import EERSTE_DAG
from sandbox.stories.even_niet import EVEN_NIET
from sandbox.stories.ochtend import OCHTEND
from sandbox.stories.rotdag import ROTDAG
from sandbox.stories.spinnenweb import SPINNENWEB
from sandbox.stories.stil import STIL
from sandbox.stories.story import Story
from sandbox.stories.telegram_weg import TELEGRAM_WEG
from sandbox.stories.vakantie import VAKANTIE

_ALL = (EERSTE_DAG, OCHTEND, SPINNENWEB, ROTDAG, VAKANTIE, STIL, EVEN_NIET, TELEGRAM_WEG)

STORIES: dict[str, Story] = {story.name: story for story in _ALL}
