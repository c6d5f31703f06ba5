"""What one turn asks of Anna: the burst, what was heard in it, and the questions that are open. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from anna.commands import Intent, Nuance, Reading, YesNo
from anna.conversation.besides import Beside, Both
from anna.conversation.binding import Bound
from anna.conversation.decision import commands
from anna.conversation.deposit import (
    Deposit,
    asks_for_means,
    asks_whether_kept,
    asks_whether_paid,
    said_of_deposit,
)
from anna.conversation.inquiries import Inquiry
from anna.conversation.leaving import Apart
from anna.conversation.messages_spoken_of import SpokenOf
from anna.conversation.question import OTHERS_NAME, Heard, Question
from anna.conversation.reminding import Reminded
from anna.conversation.understanding.facts.whom import Whom, introduces, read_whom
from anna.conversation.understanding.replies.each_choice import hers_of_two
from anna.conversation.understanding.text.line import Line
from anna.flows.model import Reply
from anna.kit.text import fold
from anna.turns.listening import Burst
from anna.turns.queries import Returned, Taken
from anna.turns.waiting_queries import Awaited

COURTESIES = frozenset({"greet", "thanks", "bye"})
_YES = frozenset({"affirm", "confirms"})
_WHETHER_BOTH_FIT = frozenset({Intent.INFO, Intent.AVAILABILITY})
"""What "9h30 e 10h45, será que dá tempo?" asks is answered where both are looked for."""
_OF_DEPOSIT = frozenset({Intent.PAYMENT, Nuance.ASKS_DEPOSIT})
_OFFER = re.compile(r"\b(?:desconto|promoc|promo\b|oferta|cupom|condic|combinad|prometi|prometeu)")
_ONE_MORE = r"\b(?:tambem|igual|mais (?:uma?|1)|(?:outr[ao]|uma?|1) (?:pra|para|pro))\b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One turn's question to Anna: the burst, what was heard in it, and the questions that are open."""

    taken: Taken
    burst: Burst
    questions: Sequence[Question]
    heard: Heard
    returned: Returned | None = None  # a person has just given the conversation back
    apart: Apart | None = None  # an opt-out, and what is said besides
    reminded: Reminded | None = (
        None  # reminders that are wished for, or asked about, and what is said besides
    )
    spoken: SpokenOf | None = None  # what is said of the messages, and leaves none
    both: Both | None = None  # a consulta that is called off, and what is taken besides
    chosen: Beside | None = None  # a time that is taken, and what brings a person
    awaited: Awaited | None = None  # a person was called and has not come yet
    wish: Reading | None = None  # for a time, beside anger that brings a person
    asks_besides: bool = False  # something beside a courtesy that nobody here understands
    inquiries: tuple[Inquiry, ...] = ()  # the questions of a message that asks several

    @property
    def refs(self) -> dict[str, UUID]:
        return {"conversa": self.taken.id, "contato": self.taken.contato_id}

    @property
    def asks_one_besides(self) -> bool:
        """Whether beside an answer or a wish one thing is asked that was read as nothing: who is called for it keeps nobody from the rest."""
        return len(self.inquiries) == 1

    def open_question(self) -> Question | None:
        """The newest question of a talk that waits for a value."""
        return next((q for q in self.questions if q.slot and not q.background), None)

    def is_for_two(self) -> bool:
        """Whether what is asked, or waited for, is for two who come: what is said of the other one is of her time."""
        return any(question.known.get("para") == Whom.BOTH for question in self.questions)

    def is_offered_times(self) -> bool:
        """Whether times wait to be chosen from and words were typed, no number: "pode ser" once more is no second tap then."""
        question = self.open_question()
        words = self.heard.tapped is None and any(letter.isalpha() for letter in self.burst.text)
        return question is not None and question.has_times() and words

    def open_kind(self) -> str | None:
        """The type of what the open question wants; None where nothing is asked, or only a yes or a no."""
        question = self.open_question()
        kind = question.wanted.get(question.slot or "") if question else None
        return None if question and kind == "choice" and not question.has_times() else kind

    def own_number(self) -> Reply | None:
        """The answer to a telephone question that would be put a second time: the number that writes, where no other is wished for."""
        question, phone = self.open_question(), self.heard.own_phone
        if (
            question is None
            or not phone
            or self.open_kind() != "phone"
            or self.heard.reading.yes_no is YesNo.NO
        ):
            return None
        return Reply(step=question.passo, visit=question.visita, answers={question.slot or "": phone})

    def is_first_word(self, said: frozenset[str]) -> bool:
        """Whether no more than "sim", an answer to the clinic's advertisement, or a name is the first that is heard of somebody."""
        words = frozenset({"affirm", "give_name"})
        return self.taken.ultimo_texto is None and bool(said & words) and said <= COURTESIES | words

    def asks_to_clarify(self, said: frozenset[str]) -> bool:
        """Whether the message is about the open question itself and no answer to it."""
        about = self.heard.reading.nuances & {Nuance.ASKS_AGAIN, Nuance.ASKS_MEANING, Nuance.SKIPS}
        return bool(about) and said <= COURTESIES | {"deny"} and self.open_question() is not None

    def has_heard_price(self, said: frozenset[str]) -> bool:
        """Whether "só queria saber o preço" looks back: a procedure is talked about, and nothing else is asked."""
        reading = self.heard.reading
        looks_back = (
            not reading.procedure
            and "?" not in self.burst.text
            and said <= COURTESIES | {"price", Nuance.ONLY_ASKED}
        )
        return looks_back and self.open_kind() not in (None, "servicos")

    def beside(self, said: frozenset[str], bound: Bound | None) -> frozenset[str]:
        """What is said beside the answer to the open question; a name of who comes corrects nobody else's."""
        if bound is None:
            return said
        name = self.heard.reading.name
        answered = bound.answers.keys() & {"nome", OTHERS_NAME}
        of_who_comes = bool(answered) and name is not None and not introduces(self.burst.text, name)
        both = bound.question.known.get("para") == Whom.BOTH and hers_of_two(
            self.burst.text, bound.question.options, self.heard.team
        )
        # "deixa quieto, vou pagar não": nobody hears once more what there is to pay
        lets_go = Intent.CANCEL in bound.said and said_of_deposit(self.burst.text) is Deposit.REFUSED
        return (
            said
            - bound.question.accepts
            - (_OF_DEPOSIT if lets_go else frozenset())
            - ({Nuance.CORRECTS_NAME} if of_who_comes else frozenset())
            - (_WHETHER_BOTH_FIT if both and not self.heard.reading.nuances else frozenset())
        )

    def wants_the_same(self) -> bool:
        """Whether one more of what is booked is wished for, for herself or for somebody else: "agora uma pra mim também"."""
        text = self.burst.text
        return read_whom(text) is not None and Line.of(text).find(_ONE_MORE) is not None

    def is_asked_back(self) -> bool:
        """Whether Anna's answer asks something itself, what else would do or what the question is: the open one is not put beside it."""
        return bool(self.heard.reading.nuances & {Nuance.ASKS_CHEAPER, Nuance.ASKS_TO_ASK})

    def speaks_of_paid(self) -> bool:
        """Whether she says that she has paid, or asks whether it has come."""
        return Nuance.SAYS_PAID in self.heard.reading.nuances or asks_whether_paid(self.burst.text)

    def said(self) -> frozenset[str]:
        """The commands of the message, those its safety kind amounts to among them."""
        said = commands(self.heard.reading)
        if self.speaks_of_paid() and not asks_for_means(self.burst.text):
            said -= {Intent.PAYMENT}
            if not _OFFER.search(fold(self.burst.text)):
                said -= {Intent.PROMO_INTEREST}  # "paguei agora, tá valendo?"
        if asks_whether_kept(self.burst.text) and not any(question.background for question in self.questions):
            said -= {Intent.PROMO_INTEREST}  # "tá valendo amanhã às 9h?"
        if self.inquiries:  # each is answered, and the one that only a professional answers is named there
            said = said.union(*(one.asks for one in self.inquiries)) - {Intent.MEDICAL_QUESTION}
        confirms = Nuance.CONFIRMS in self.heard.reading.nuances and said <= COURTESIES | _YES
        if confirms and not self.questions:
            said |= {Intent.CONFIRM_ATTENDANCE.value}  # nothing else can be meant: "confirma"
        return said | {"greet"} if self.is_first_word(said) else said
