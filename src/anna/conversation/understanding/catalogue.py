"""What a clinic's procedures are called by the people who want them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anna.kit.text import fold

EVALUATION = "avaliacao"
"""The slug of the appointment at which a professional looks and advises: what Anna proposes to whoever asks for advice."""


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure: its slug and every name people use for it, the official one first."""

    slug: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The procedures a message may name; hashable, so that what is derived from it is derived once."""

    procedures: tuple[Procedure, ...]

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, Iterable[str]]]) -> Catalogue:
        """From (slug, names) rows. A slug that the default catalogue knows also keeps the names people use for it there.

        A name that a row gives to another procedure is that one's alone.
        """
        own = {slug: tuple(names) for slug, names in rows}
        known = {p.slug: p.names for p in DEFAULT.procedures}
        given = {fold(name): slug for slug, names in own.items() for name in names}
        usual = {
            slug: [name for name in known.get(slug, ()) if given.get(fold(name), slug) == slug]
            for slug in own
        }
        return cls(
            tuple(
                Procedure(slug, tuple(dict.fromkeys((*names, *usual[slug])))) for slug, names in own.items()
            )
        )

    @property
    def slugs(self) -> tuple[str, ...]:
        """In the catalogue's own order."""
        return tuple(p.slug for p in self.procedures)


DEFAULT = Catalogue(
    (
        Procedure(
            "botox",
            ("botox", "btx", "bo tox", "toxina botulinica", "toxina", "baby botox", "botulinica", "botox preventivo", "bototox", "boto x", "botoque", "dysport", "xeomin", "botulift", "tirar rugas", "tirar as rugas", "pe de galinha", "rugas da testa", "ruguinhas da testa", "tirar ruguinhas"),
        ),
        Procedure(
            "preenchimento",
            ("preenchimento", "preenchimento facial", "acido hialuronico", "bigode chines", "preencher olheira", "preencher", "rinomodelacao",
             "preenchimento de olheiras", "preenchimento de mandibula", "preenchimento malar", "restylane", "juvederm", "belotero",
             "aquele de encher", "aquela de encher", "outro de encher", "procedimento de encher", "encher o rosto", "encher a cara", "encher as bochechas", "encher a olheira", "encher as olheiras",
             "enchimento facial", "encher o bigode"),
        ),
        Procedure(
            "preenchimento_labial",
            ("preenchimento labial", "labial", "preenchimento nos labios", "preenchimento dos labios", "preenchimento de labios",
             "preenchimento de labio", "preenchimento no labio", "preenchimento da boca", "preenchimento na boca", "preenchimento de boca",
             "preenchimento boca", "preenchimento labios", "preencher a boca", "preencher os labios", "preencher o labio", "preencher labios", "preencher boca",
             "aumentar os labios", "aumentar a boca", "aumentar o labio", "aumento labial", "encher a boca", "encher o labio", "encher os labios",
             "acido na boca", "acido nos labios", "acido no labio", "acido labial", "boca maior", "boca carnuda", "labio carnudo", "volume nos labios", "preencher boquinha", "preencher beico", "preenchimento beico", "aumentar boquinha", "engordar a boca", "bocao", "boca da angelina", "dar volume na boca", "dar volume nos labios", "engrossar os labios",
             "engrossar a boca", "aumento de labio", "aumento de boca", "aumento dos labios", "aumentar labio", "volume labial", "volume na boca", "hidratacao labial", "botox na boca", "botox labial",
             "lip filler", "fazer a boca", "fazer os labios", "acido hialuronico nos labios", "acido hialuronico na boca"),
        ),
        Procedure(
            "harmonizacao_facial",
            ("harmonizacao facial", "harmonizacao", "harmo", "harmoni facial", "harmonia facial", "harmonizacao orofacial", "hof", "harmonizar o rosto", "harmonizar", "harmonizar a face", "harmoniza face", "full face"),
        ),
        Procedure(
            "limpeza_de_pele",
            ("limpeza de pele", "limpeza", "limpeza de pele profunda", "limpeza facial", "limpeza profunda", "limpar a pele", "limpar o rosto", "limpar a cara", "tirar cravos",
             "tirar os cravos", "tirar cravo", "extracao de cravos", "espremer os cravos", "limpar os poros", "desentupir os poros", "limpeza no rosto", "higienizacao da pele", "higienizacao facial", "limpeza do rosto", "limpeza pele"),
        ),
        Procedure("peeling", ("peeling", "peeling quimico", "peeling de diamante", "pilin", "pilingue")),
        Procedure(
            "microagulhamento",
            ("microagulhamento", "micro agulhamento", "dermapen", "dermaroller", "microagulhar", "microagulhas", "agulhamento", "microagulha", "micro agulhas", "microagulhas", "furinhos", "furinhos no rosto", "agulhinhas no rosto", "furinhos na cara", "rolinho de agulha", "agulhinhas"),
        ),
        Procedure(
            "depilacao_laser",
            ("depilacao a laser", "depilacao laser", "depilacao", "laser", "depilar", "depilar a laser", "depilacao definitiva",
             "laser na virilha", "laser na axila", "virilha", "axila", "buco", "tirar pelo", "tirar os pelos", "tirar pelos", "acabar com os pelos", "tirar o buco", "tirar o pelo", "depilacao com laser", "lase"),
        ),
        Procedure("drenagem_linfatica", ("drenagem linfatica", "drenagem", "drenar", "dreno linfatico", "linfatica", "massagem linfatica")),
        Procedure(
            "massagem_modeladora",
            ("massagem modeladora", "modeladora", "massagem redutora", "massagem que tira medida", "massagem para emagrecer", "massagem para afinar a cintura", "massagem na barriga", "massagem para reduzir medidas", "massagem"),
        ),
        Procedure(
            "criolipolise",
            ("criolipolise", "crio lipolise", "crio", "congelar gordura", "congelamento de gordura", "congela gordura", "criolipo", "coolsculpting", "cool sculpting", "congelar a gordura", "congelar a barriga", "congelamento da gordura", "gelar a gordura", "queimar gordura com frio"),
        ),
        Procedure(
            "bioestimulador",
            ("bioestimulador", "bioestimulante", "bioestimulador de colageno", "bio estimulador", "bioestimulo", "sculptra", "radiesse", "ellanse",
             "estimulador de colageno", "bioestimuladores", "colageno injetavel", "colageno", "aplicar colageno", "injetar colageno"),
        ),
        Procedure("skinbooster", ("skinbooster", "skin booster", "skinboster", "skinbuster", "hidratacao injetavel")),
        Procedure(
            "ultraformer",
            ("ultraformer", "ultra former", "ultraformer iii", "ultrassom microfocado", "hifu", "hi fu", "rifu", "ultherapy", "liftera", "ultrassom micro focado", "ultraforme", "microfocado"),
        ),
        Procedure(
            "extensao_cilios",
            ("extensao de cilios", "cilios", "alongamento de cilios", "colocar cilios", "por cilios", "botar cilios", "cilios posticos", "cilios fio a fio", "extensao cilios", "volume russo", "lash", "lash lifting",
             "manutencao dos cilios", "manutencao de cilios", "cilio"),
        ),
        Procedure(
            "design_sobrancelha",
            ("design de sobrancelha", "sobrancelha", "sobrancelhas", "design de sobrancelhas", "design sobrancelha", "sobrancelha com henna", "henna",
             "fazer a sobrancelha", "tirar a sobrancelha", "limpar a sobrancelha", "arrumar a sobrancelha", "limpeza de sobrancelha", "brow lamination", "brow", "design"),
        ),
        Procedure(
            "avaliacao",
            ("avaliacao", "consulta de avaliacao", "avaliacao gratuita", "primeira consulta", "fazer uma avaliacao", "consulta avaliativa"),
        ),
        Procedure("retorno", ("retorno", "retorninho", "consulta de retorno", "sessao de retorno", "retoque")),
    )
)  # fmt: skip
