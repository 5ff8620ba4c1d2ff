"""What the milestones are called."""

from __future__ import annotations

from chat.language import Phrase, _
from programme.milestones import Milestone

NAMES: dict[Milestone, Phrase] = {
    Milestone.FIRST_SPIDERWEB: _("first spinnenweb"),
    Milestone.ONDERSTEUNINGSPLAN: _("ondersteuningsplan"),
    Milestone.NETWERKWANDELING: _("netwerkwandeling"),
    Milestone.LEVENSLIJN: _("levenslijn"),
    Milestone.EVALUATIE_1: _("evaluation 1"),
    Milestone.EVALUATIE_2: _("evaluation 2"),
    Milestone.EVALUATIE_3: _("evaluation 3"),
    Milestone.AFRONDING: _("afronding"),
    Milestone.RELATIEGEBAAR: _("relatiegebaar"),
    Milestone.TIJDELIJKE_WONING: _("end of the temporary home"),
    Milestone.BIRTHDAY: _("birthday"),
    Milestone.OWN_DATE: _("own date"),
}
