"""The rows of schema whatsapp as frozen values, and what a provider can tell us, in words that belong to no provider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from anna.whatsapp.channel import ConnectionState


class Provedor(StrEnum):
    """`instancias.provedor`: who carries the messages."""

    EVOLUTION = "evolution"  # an Evolution API server, whichever channel it runs
    TWILIO = "twilio"  # Twilio Programmable Messaging, WhatsApp and SMS


class AliasTipo(StrEnum):
    """`identidades.tipo`: what kind of address a person writes from."""

    PHONE = "phone"  # a telephone number: the only kind that identifies a patient
    LID = "lid"  # WhatsApp's hidden id: a person without a visible number
    BSUID = "bsuid"  # Meta's business-scoped id of a person with a username


class Saida(StrEnum):
    """`contatos.saida`: what a person does not want any more; each member includes the ones before it."""

    MARKETING = "marketing"  # no news and offers
    AUTOMATICAS = "automaticas"  # no message that answers nothing
    TUDO = "tudo"  # nothing at all, except answers to the person's own messages


class Dono(StrEnum):
    """`conversas.dono`: who may speak in a conversa."""

    ANNA = "anna"  # Anna answers
    PESSOA = "pessoa"  # a person has it: Anna is silent


class Situacao(StrEnum):
    """`conversas.situacao`: where a conversa stands in the console."""

    ABERTA = "aberta"  # in the inbox
    ADIADA = "adiada"  # out of sight until later
    ENCERRADA = "encerrada"  # done


class Direcao(StrEnum):
    """`mensagens.direcao`: seen from the clinic."""

    ENTRADA = "entrada"  # from the patient
    SAIDA = "saida"  # to the patient


class Autor(StrEnum):
    """`mensagens.autor`: who wrote it."""

    PACIENTE = "paciente"  # the person on the other side
    ANNA = "anna"  # Anna
    PESSOA = "pessoa"  # somebody of the clinic, on the phone or in the console
    SISTEMA = "sistema"  # another program that sends through the same instance


class Canal(StrEnum):
    """`mensagens.canal`: how it travels."""

    WHATSAPP = "whatsapp"  # WhatsApp
    SMS = "sms"  # SMS
    EMAIL = "email"  # e-mail


class Tipo(StrEnum):
    """`mensagens.tipo`: what a message is made of."""

    TEXTO = "texto"  # words, or an option that was tapped
    AUDIO = "audio"  # a voice note or an audio file
    IMAGEM = "imagem"  # a picture, its caption as text
    VIDEO = "video"  # a video, its caption as text
    DOCUMENTO = "documento"  # a file, its caption as text
    FIGURINHA = "figurinha"  # a sticker
    LOCALIZACAO = "localizacao"  # a place on the map
    CONTATO = "contato"  # somebody's contact card
    REACAO = "reacao"  # an emoji on another message; no text when it was taken back
    ENQUETE = "enquete"  # a poll or a vote in one
    DESCONHECIDO = "desconhecido"  # something a person sent that Anna cannot read


class MensagemStatus(StrEnum):
    """`mensagens.status`: how far a message has come."""

    RECEBIDA = "recebida"  # inbound: stored
    PLANEJADA = "planejada"  # to be sent
    ENVIANDO = "enviando"  # handed to the provider, no answer yet
    INCERTA = "incerta"  # nobody knows whether the provider took it
    ACEITA = "aceita"  # the provider took it
    ENVIADA = "enviada"  # it left the provider
    FALHOU = "falhou"  # it will not arrive
    ENTREGUE = "entregue"  # it is on the patient's phone
    LIDA = "lida"  # the patient opened it
    DESCARTADA = "descartada"  # refused by a gate: never sent


STATUS_RANK: tuple[MensagemStatus, ...] = (
    MensagemStatus.PLANEJADA,
    MensagemStatus.ENVIANDO,
    MensagemStatus.INCERTA,
    MensagemStatus.ACEITA,
    MensagemStatus.ENVIADA,
    MensagemStatus.FALHOU,
    MensagemStatus.ENTREGUE,
    MensagemStatus.LIDA,
)
"""The order in which a status may rise, and never fall. A failure outranks what was only sent; proof of delivery outranks a
failure. What is not here (recebida, descartada) does not move."""


class Desfecho(StrEnum):
    """`mensagens.desfecho`: what became of an inbound message."""

    RESPONDIDA = "respondida"  # Anna answered it
    DA_PESSOA = "da_pessoa"  # a person had the conversa
    IGNORADA = "ignorada"  # nobody has to answer; `motivo` says why


class MotivoIgnorada(StrEnum):
    """`mensagens.motivo` of what the reception itself ignores."""

    ANTIGA = "antiga"  # written more than a day before it arrived: shown, not answered
    REACAO = "reacao"  # a reaction that answers nothing
    APAGADA = "apagada"  # its author took it back before anybody answered
    REESCRITA = "reescrita"  # rewritten after its answer, and it says the same


class Especie(StrEnum):
    """`mensagens.especie`: why an outbound message exists; what the gates of the door depend on."""

    CONVERSA = "conversa"  # answers the patient
    TRANSFERENCIA = "transferencia"  # tells that a person takes over
    LEMBRETE = "lembrete"  # about the patient's consulta
    PESQUISA = "pesquisa"  # asks for an opinion
    MARKETING = "marketing"  # offers something
    PESSOA = "pessoa"  # was written by a person


class MidiaEstado(StrEnum):
    """`midias.estado`."""

    PENDENTE = "pendente"  # to be fetched
    GUARDADA = "guardada"  # here
    FALHOU = "falhou"  # not to be had


@dataclass(frozen=True, slots=True, kw_only=True)
class Instancia:
    """A row of `whatsapp.instancias`, without its secrets."""

    id: UUID
    clinica_id: UUID
    nome: str
    provedor: Provedor
    url: str
    numero: str | None
    estado: ConnectionState
    estado_em: datetime | None
    estado_motivo: str | None
    caiu_em: datetime | None
    recusa_desde: datetime | None
    envio_apos: datetime | None
    recebida_em: datetime | None
    conciliada_ate: datetime | None
    criada_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Identidade:
    """A row of `whatsapp.identidades`: `valor` is compared, `endereco` is replied to, exactly as it was received."""

    clinica_id: UUID
    contato_id: UUID
    tipo: AliasTipo
    valor: str
    endereco: str
    visto_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversa:
    """A row of `whatsapp.conversas`."""

    id: UUID
    clinica_id: UUID
    contato_id: UUID
    instancia_id: UUID
    dono: Dono
    usuario_id: UUID | None
    dono_motivo: str | None
    dono_ate: datetime | None
    aguarda_desde: datetime | None
    situacao: Situacao
    janela_ate: datetime | None
    avisada_em: datetime | None
    responder_em: datetime | None
    turno_de: UUID | None
    turno_ate: datetime | None
    envio_ate: datetime | None
    criada_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Mensagem:
    """A row of `whatsapp.mensagens`, the ledger of all that is said."""

    id: UUID
    clinica_id: UUID
    conversa_id: UUID
    instancia_id: UUID
    ordem: int
    direcao: Direcao
    autor: Autor
    canal: Canal
    tipo: Tipo
    provedor_id: str | None
    texto: str | None
    dados: Mapping[str, Any]
    cita: str | None
    criada_em: datetime
    provedor_em: datetime | None
    status: MensagemStatus
    status_em: datetime
    motivo: str | None
    desfecho: Desfecho | None
    turno_id: UUID | None
    especie: Especie
    modelo: str | None
    opcoes: list[dict[str, Any]] | None
    nao_antes: datetime | None
    nao_depois: datetime | None
    enviar_ate: datetime | None
    tentativas: int
    portoes: list[dict[str, Any]] | None
    execucao_id: UUID | None
    passo: str | None
    visita: int | None
    parte: int


@dataclass(frozen=True, slots=True)
class Receiver:
    """The instance that a webhook speaks for, with its secrets opened. What it is never appears in a log: `repr` hides them."""

    id: UUID
    clinica_id: UUID
    nome: str
    provedor: Provedor
    segredos: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Alias:
    """One address of a person as a message shows it: see `Identidade`."""

    tipo: AliasTipo
    valor: str
    endereco: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message and has to be fetched; `origem` is what the provider needs to hand it over."""

    origem: Mapping[str, Any]
    mime: str | None
    nome: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundMessage:
    """A message a person wrote: the patient, or (`from_me`) somebody of the clinic on its phone.

    `identidades` has at most one alias of each tipo, the phone first. `dados` may hold: `opcao` {id, rotulo} tapped, `local`
    {latitude, longitude, nome, endereco}, `contatos` [{nome, vcard}], `alvo` of a reaction, `anuncio` that led here,
    `encaminhada`, `formulario`, `segundos` and `voz` of an audio, `arquivo`, `nao_lido` (the provider's name of a type that Anna
    cannot read). `status` is that of an own message.
    """

    provider_id: str
    identidades: tuple[Alias, ...]
    from_me: bool = False
    push_name: str | None = None
    canal: Canal = Canal.WHATSAPP
    tipo: Tipo = Tipo.TEXTO
    texto: str | None = None
    dados: Mapping[str, Any] = field(default_factory=dict)
    cita: str | None = None
    written_at: datetime | None = None
    midia: Attachment | None = None
    status: MensagemStatus = MensagemStatus.ENVIADA


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSend:
    """The provider's echo of a send through its API: Anna's own or another program's, never a person's."""

    provider_id: str
    identidades: tuple[Alias, ...]
    tipo: Tipo = Tipo.TEXTO
    texto: str | None = None
    written_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StatusChange:
    """How far an outbound message has come; `error` is the provider's own word for a failure."""

    provider_id: str
    status: MensagemStatus
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """The author changed a message, or took it back (`texto` is None). `from_me`: whose message it is, where that is told."""

    provider_id: str
    texto: str | None
    from_me: bool | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ConnectionChange:
    """The instance was connected or cut off; `numero` (E.164) when the provider says whose it is."""

    estado: ConnectionState
    motivo: str | None = None
    numero: str | None = None


@dataclass(frozen=True, slots=True)
class ContactNames:
    """Names that people chose for themselves."""

    nomes: tuple[tuple[Alias, str], ...]


@dataclass(frozen=True, slots=True)
class Ignored:
    """Understood, and nobody's business here (a group, a status broadcast, a typing sign): counted, not stored."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Not understood: the body is kept as it came, without tokens and media, under this reason."""

    reason: str


Inbound = (
    InboundMessage | OwnSend | StatusChange | Edited | ConnectionChange | ContactNames | Ignored | Unknown
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One webhook request: what it says, and the body it said it in."""

    receiver: Receiver
    items: tuple[Inbound, ...]
    body: Any = field(repr=False)
