"""The stories of the demo hold, sentence by sentence, and nothing happens in them that they do not tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from sandbox.clock import WoundClock
from sandbox.house import House
from sandbox.stage import HouseStage
from sandbox.stories import STORIES
from sandbox.stories.story import Story
from sandbox.town import START


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
@pytest.mark.asyncio
async def test_a_story_goes_as_it_is_told(prepared: Path, story: Story) -> None:
    house = House(prepared, story.cast, WoundClock(START))
    await house.open()
    try:
        stage = HouseStage(house)
        for scene in story.scenes:
            await scene.play(stage)
            stage.expects_nothing()
    finally:
        await house.close()


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_caption_is_one_line_and_looks_at_phones_that_are_there(story: Story) -> None:
    cast = story.cast
    there = {one.name for group in (cast.colleagues, cast.youths, cast.newcomers) for one in group}
    for scene in story.scenes:
        assert max(len(scene.caption.nl), len(scene.caption.en)) <= 125
        assert scene.phones
        assert set(scene.phones) <= there
