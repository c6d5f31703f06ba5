"""A chat model as an understander: it fills in a closed form, and the offline rules decide what of it counts."""

from __future__ import annotations

from dataclasses import dataclass

from anna.commands import Reading
from anna.conversation.understanding.model.prompt import PromptBook
from anna.conversation.understanding.model.proposal import Proposal, read_proposal
from anna.conversation.understanding.model.referee import settle
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context
from anna.errors import InvalidInput, ProviderRefused
from anna.llm.models import ChatModel, Completion, Prompt, Stop


@dataclass(frozen=True, slots=True)
class Judged:
    """A model's proposal, and the reading that came of it."""

    proposal: Proposal
    reading: Reading


class ModelUnderstander:
    """One vendor's model behind the port. Whoever counts money and time calls the parts; `read` is all of them at once."""

    def __init__(
        self, model: ChatModel, book: PromptBook, offline: OfflineUnderstander | None = None
    ) -> None:
        self.model = model
        self._book = book
        self._offline = offline or OfflineUnderstander()

    @property
    def name(self) -> str:
        return self.model.provider

    def prompt(self, text: str, context: Context) -> Prompt:
        """What the model is asked about `text`."""
        return self._book.prompt(text, context)

    def judge(self, completion: Completion, text: str, context: Context) -> Judged:
        """What counts of the answer. Raises ProviderRefused, with `provider_code` saying how it is unusable, when nothing does."""
        if completion.stop is not Stop.DONE:
            raise ProviderRefused(
                f"{self.name} did not answer in the form", provider_code=completion.stop.value
            )
        try:
            proposal = read_proposal(completion.text, context.catalogue)
        except InvalidInput as error:
            raise ProviderRefused(f"{self.name}: {error}", provider_code="invalid") from error
        offline = self._offline.understand(text, context)
        return Judged(proposal, settle(proposal, offline, text, context, by=self.name))

    async def read(self, text: str, context: Context) -> Reading:
        """Ask once, without a limit of time; raises ProviderErrors."""
        return self.judge(await self.model.complete(self.prompt(text, context)), text, context).reading
