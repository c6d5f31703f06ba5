"""What a message can mean: the vocabulary that understanding, routing and flows share.

An understander (offline rules or a model) turns one patient's text into a `Reading`: named commands with their values, never
prose. The names are those of the contract of `anna understand` (docs/understanding.md), and flows use the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from anna.when import When


class Intent(StrEnum):
    """A command a patient can give. Each member's value is its name in flows, in `turnos.comandos` and in the contract."""

    # wants something done
    SCHEDULE = "schedule"
    AVAILABILITY = "availability"
    RESCHEDULE = "reschedule"
    CANCEL = "cancel"
    CONFIRM_ATTENDANCE = "confirm_attendance"
    WAITLIST = "waitlist"
    LATE = "late"
    OPTOUT = "optout"
    HUMAN = "human"
    DATA_REQUEST = "data_request"
    DATA_RIGHTS = "data_rights"
    # asks
    PRICE = "price"
    INFO = "info"
    INFO_BOT = "info_bot"
    INFO_PREFERENCE = "info_preference"
    HOURS = "hours"
    LOCATION = "location"
    PAYMENT = "payment"
    PROMO_INTEREST = "promo_interest"
    CHECK_APPOINTMENT = "check_appointment"
    # answers
    AFFIRM = "affirm"
    DENY = "deny"
    CHOOSE_SLOT = "choose_slot"
    OTHER_TIMES = "other_times"
    CORRECTION = "correction"
    NPS = "nps"
    GIVE_NAME = "give_name"
    GIVE_PHONE = "give_phone"
    # needs a person
    EMERGENCY = "emergency"
    ADVERSE_REACTION = "adverse_reaction"
    MEDICAL_QUESTION = "medical_question"
    MINOR = "minor"
    COMPLAINT = "complaint"
    # neither here nor there
    GREET = "greet"
    THANKS = "thanks"
    BYE = "bye"
    INSULT = "insult"
    INJECTION = "injection"
    OFFTOPIC = "offtopic"
    B2B = "b2b"
    UNCLEAR = "unclear"


class Safety(StrEnum):
    """Why a message must be handled with care, whatever else it says."""

    INJECTION = "injection"
    EMERGENCY = "emergency"
    ADVERSE_REACTION = "adverse_reaction"
    MEDICAL_ADVICE = "medical_advice"
    CONTRAINDICATION = "contraindication"
    PREGNANCY = "pregnancy"
    MINOR = "minor"
    SELF_HARM = "self_harm"
    ABUSE = "abuse"
    COMPLAINT = "complaint"


class YesNo(StrEnum):
    """How a message answers a yes/no question."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class Sentiment(StrEnum):
    """How a message sounds."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class Nuance(StrEnum):
    """What a message says besides its commands. No part of the contract; it decides what a polite person answers."""

    ANYTHING = "anything"  # "qualquer horário", "tanto faz", "o mais cedo possível": no further wish
    GIVES_UP = "gives_up"  # "deixa pra lá", "não quero mais"
    ANOTHER_DAY = "another_day"  # of what was offered: none, on another day
    EARLIER = "earlier"  # "tem mais cedo?"
    LATER_ON = "later_on"  # "tem mais tarde?"
    LATER = "later"  # "vou ver e te falo": the question may wait
    UNLISTED = "unlisted"  # names a procedure that is not in the catalogue
    ASKS_OFFER = "asks_offer"  # "vocês fazem botox?"
    ASKS_CATALOGUE = "asks_catalogue"  # "que procedimentos vocês fazem?"
    ASKS_TO_ASK = "asks_to_ask"  # "posso tirar uma dúvida?"
    ASKS_TELEPHONE = "asks_telephone"  # "qual o telefone de vocês?"
    SAYS_PAID = "says_paid"  # "já fiz o pix"
    ASKS_INSURANCE = "asks_insurance"  # "aceitam convênio?"
    ASKS_PREPARATION = "asks_preparation"  # "precisa de preparo?"
    ASKS_AGAIN = "asks_again"  # "repete, por favor"
    ASKS_MEANING = "asks_meaning"  # "como assim?", "não entendi", a lone "?"
    SKIPS = "skips"  # "pula essa", "prefiro não passar telefone"
    ONLY_ASKED = "only_asked"  # "só queria saber o preço mesmo": no wish to book now
    HAGGLES = "haggles"  # "faz por 200?", "na outra clínica é 150"
    WHAT_IF = "what_if"  # "e se eu desmarcar?": asks about it, does not do it
    TOO_DEAR = "too_dear"  # "nossa, que caro": asks for nothing
    OTHER_PERSON = "other_person"  # "não sou a Maria", "esse número agora é meu"
    MISSENT = "missent"  # "desculpa, foi engano": written to the wrong chat, or a wrong chat written to
    NEW_NUMBER = "new_number"  # "mudei de número", "é do meu outro celular"
    OWN_NUMBER = "own_number"  # "meu número é esse mesmo"
    ELSEWHERE = "elsewhere"  # "usa outro número, ele pode ver esse", "manda no 11 9…, não nesse"
    ASKS_PURPOSE = "asks_purpose"  # "o que vocês querem comigo?", "por que estão me escrevendo?"
    NAMES_NEWS = "names_news"  # "não quero mais promoção": offers and news, and no other messages
    # these are commands that flows may name, as they name intents
    ALSO = "also"  # "e também limpeza de pele": a procedure besides
    DROPS = "drops"  # "não pedi peeling", of two that are held: the other one, without it
    CONFIRMS = "confirms"  # "confirmado!": whatever it is
    STAYS = "stays"  # "deixa as 16", "é a mesma consulta", while another time is offered or asked for
    COMES = "comes"  # "vou sim", "estarei lá"
    ALL_OF_THEM = "all_of_them"  # "cancela as duas"
    HERS_TOO = "hers_too"  # "eu também quero": one for whoever writes, beside somebody of hers
    HERS = "hers"  # "cancela a minha": what is booked for her, whatever is looked for
    TAKES_BACK = "take_back"  # "desculpa, pode manter?", once it was cancelled
    OTHER_PROFESSIONAL = "other_professional"  # "quero trocar a médica", "prefiro o dr. Otávio"
    OTHER_PROCEDURE = "other_procedure"  # "em vez de limpeza pode ser peeling?", where nothing is asked
    WRONG_TIME = "wrong_time"  # of what was just booked: "eu disse 16h30, você colocou 17h30", "não era isso"
    SECOND_THOUGHT = (
        "second_thought"  # "na verdade prefiro quinta", "dá pra ser sexta?", where nothing is asked
    )
    CHANGES_MIND = "changes_mind"  # of that: "mudei de ideia", which is of what stands however long it does
    ONLY_TIME = "only_time"  # "5 da tarde", and nothing else, where nothing is asked
    ONLY_HOUR = "only_hour"  # "10:45 pode?", "posso chegar 10:45?": no day, so that of what is booked
    OPTS_IN = "optin"  # "quero voltar a receber as mensagens"
    WANTS_REMINDERS = "wants_reminders"  # of that: the reminders
    WANTS_NEWS = "wants_news"  # of that: news and offers too
    LEAVES_WAITLIST = "leave_waitlist"  # "me tira da lista de espera"
    DROPS_PLACE = "drops_place"  # "não preciso mais da vaga": whatever she waits for
    ASKS_PLACE = "waitlist_place"  # "em que lugar da fila eu estou?"
    CORRECTS_NAME = "correct_name"  # "meu nome não é Zuzu, é Maria", "põe no nome da Silvana"
    ASKS_DURATION = "asks_duration"  # "quanto tempo demora a limpeza?"
    ASKS_WHO = "asks_who"  # "quem faz?", "é médica?"
    ASKS_FREE = "asks_free"  # "quando tem vaga?": the first that is free will do
    ASKS_CHEAPER = "asks_cheaper"  # "tem algo mais em conta?"
    ASKS_LATENESS = "asks_lateness"  # "posso atrasar dez minutos?", "qual a tolerância?"
    ASKS_REFUND = "asks_refund"  # "perco o sinal se cancelar?"
    ASKS_DEPOSIT = "asks_deposit"  # "tem que pagar antes?", "a avaliação precisa de sinal?"
    ASKS_AGE = "asks_age"  # "tem que ter que idade?", "minha mãe de 82 anos pode?": no illness, only an age
    ASKS_GUARANTEE = "asks_guarantee"  # "garante que fico sem ruga?"
    ASKS_RECIPIENT = (
        "asks_recipient"  # "vocês não vão mandar mensagem pra ela, né?", "o lembrete vem pra mim?"
    )
    ASKS_LANGUAGE = "asks_language"  # "do you speak English?"
    ASKS_ABOUT = "asks_about"  # "queria saber mais sobre a limpeza", "como funciona?", "queria informações"
    ASKS_AREA = "asks_area"  # "180 é qual parte do corpo?", "é por área?"
    ASKS_CARE = (
        "asks_care"  # "dói?", "quanto tempo dura o efeito?": of the procedure itself, not of her own case
    )
    ASKS_ADVICE = "asks_advice"  # "o que vocês indicam?", "quero tirar umas manchas": of what to have done
    EVALUATION_ONLY = "evaluation_only"  # "avaliação para bioestimulador": which it is for is named too
    ASKS_DOCTOR = "asks_doctor"  # "tem dermatologista?", "manchas no rosto, tem doutora?": who looks at it
    ASKS_DOES = "asks_does"  # "o que a Camila faz?"
    WORSENS = "worsens"  # what waits for nobody: "nem abro o olho", "tô com febre", "tomei a cartela"
    MISSING = "missing"  # "minha filha sumiu": somebody of hers whom nobody finds
    TROUBLED = "troubled"  # trouble that no rule names, of a kind that is not plain (decision 0024)
    GRIEF = "grief"  # "minha mãe faleceu ontem"
    READ_ALONG = "read_along"  # "ele lê tudo aqui": beside violence, and nothing of it is named then
    VIOLENCE = "violence"  # "meu marido me bate": an emergency by another's hand
    UNWILLING = (
        "unwilling"  # "minha mãe quer que eu faça, eu não quero", "ele tem Alzheimer, não precisa saber"
    )
    COERCED = "coerced"  # the same under a threat at home: "faço porque senão ele briga"
    CLAIMS_PRICE = "claims_price"  # "me prometeram botox por 500", "marca por 500"
    CLAIMS_PROMISE = "claims_promise"  # "a recepcionista me garantiu que dava pra pagar só 100"
    # which language it is in, where that is not Portuguese
    ENGLISH = "english"
    SPANISH = "spanish"


FURTHER_COMMANDS = frozenset({
    Nuance.ALSO, Nuance.DROPS, Nuance.CONFIRMS, Nuance.COMES, Nuance.STAYS, Nuance.ALL_OF_THEM, Nuance.HERS, Nuance.HERS_TOO, Nuance.TAKES_BACK, Nuance.OTHER_PROFESSIONAL, Nuance.OTHER_PROCEDURE, Nuance.WRONG_TIME, Nuance.ONLY_TIME, Nuance.ONLY_HOUR, Nuance.SECOND_THOUGHT, Nuance.CHANGES_MIND, Nuance.OPTS_IN, Nuance.WANTS_REMINDERS, Nuance.WANTS_NEWS,
    Nuance.LEAVES_WAITLIST, Nuance.DROPS_PLACE, Nuance.ASKS_PLACE, Nuance.ASKS_DURATION, Nuance.ASKS_WHO, Nuance.ASKS_FREE,
    Nuance.ASKS_CHEAPER, Nuance.ASKS_LATENESS, Nuance.ASKS_REFUND, Nuance.ASKS_DEPOSIT, Nuance.ASKS_AGE, Nuance.ASKS_GUARANTEE, Nuance.ASKS_RECIPIENT, Nuance.ASKS_LANGUAGE, Nuance.CLAIMS_PRICE, Nuance.CLAIMS_PROMISE,
    Nuance.ONLY_ASKED, Nuance.CORRECTS_NAME, Nuance.ASKS_ABOUT, Nuance.ASKS_ADVICE, Nuance.ASKS_AREA, Nuance.ASKS_CARE, Nuance.ASKS_DOCTOR, Nuance.ASKS_DOES,
    Nuance.VIOLENCE, Nuance.GRIEF, Nuance.UNWILLING,
})  # fmt: skip
"""Nuances that want something done or told: commands that the contract of `anna understand` has no intent for."""

COMMANDS = frozenset({*(intent.value for intent in Intent), *(nuance.value for nuance in FURTHER_COMMANDS)})
"""Every command a flow may name."""


@dataclass(frozen=True, slots=True)
class RuleHit:
    """One rule that saw something: what `--explain` and the demo page show."""

    rule: str
    saw: str
    meant: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one message was understood to mean, by whom, and by which rules.

    `choice` is the 1-based number of a numbered option that was picked, whatever the options are; `slot_choice` the offered
    time that was picked, local to the clinic and naive, as in the contract.
    """

    intents: frozenset[Intent] = frozenset()
    procedure: tuple[str, ...] = ()
    when: When | None = None
    name: str | None = None
    phone: str | None = None
    nps: int | None = None
    yes_no: YesNo | None = None
    optout: bool = False
    human: bool = False
    safety: Safety | None = None
    slot_choice: datetime | None = None
    choice: int | None = None
    sentiment: Sentiment = Sentiment.NEUTRAL
    nuances: frozenset[Nuance] = frozenset()
    by: str = "offline"
    trace: tuple[RuleHit, ...] = field(default=(), compare=False)

    def to_json(self) -> dict[str, Any]:
        """The output object of `anna understand`, without its id."""
        return {
            "intents": sorted(self.intents),
            "procedure": list(self.procedure),
            "when": self.when and self.when.to_json(),
            "name": self.name,
            "phone": self.phone,
            "nps": self.nps,
            "yes_no": self.yes_no and self.yes_no.value,
            "optout": self.optout,
            "human": self.human,
            "safety": self.safety and self.safety.value,
            "slot_choice": self.slot_choice and self.slot_choice.isoformat(timespec="minutes"),
        }

    def to_row(self) -> dict[str, Any]:
        """As a turno keeps it: what the contract tells, and what it does not."""
        return self.to_json() | {"choice": self.choice, "nuances": sorted(self.nuances)}

    @classmethod
    def from_row(cls, data: dict[str, Any]) -> Reading:
        """The inverse of `to_row`, but for who read it and why. Commands that are no more are left out."""
        return cls(
            intents=frozenset(Intent(name) for name in data["intents"] if name in set(Intent)),
            procedure=tuple(data["procedure"]),
            when=When.from_json(data["when"]) if data["when"] else None,
            name=data["name"],
            phone=data["phone"],
            nps=data["nps"],
            yes_no=YesNo(data["yes_no"]) if data["yes_no"] else None,
            optout=data["optout"],
            human=data["human"],
            safety=Safety(data["safety"]) if data["safety"] else None,
            slot_choice=datetime.fromisoformat(data["slot_choice"]) if data["slot_choice"] else None,
            choice=data.get("choice"),
            nuances=frozenset(Nuance(name) for name in data.get("nuances", ()) if name in set(Nuance)),
        )
