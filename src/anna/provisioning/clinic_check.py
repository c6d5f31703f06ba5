"""What a client's file says of its clinicas, read from YAML with every problem of the file at its line and column.

The form is that of `clinic_example.yaml`; the demo's own file has the same parts and more. A part that is not there at all (feriados,
configuracoes, conhecimento, usuarios) is None: it is left as it is. An empty one says that there are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from anna.clinica.models import Assunto, TipoFeriado
from anna.clinica.settings import ClinicaSettings, read_setting, read_settings
from anna.conversation.understanding.facts.own_names import can_name, heard
from anna.errors import InvalidInput
from anna.flows.reading import Cursor, Report
from anna.flows.yaml_problems import yaml_problem
from anna.kit.phone import parse
from anna.kit.text import fold
from anna.provisioning.clinic_parts import (
    ClinicaPart,
    ClinicFile,
    ConhecimentoPart,
    FeriadoPart,
    Hours,
    PapelUsuario,
    ProfissionalPart,
    ServicoPart,
    UsuarioPart,
)

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
Parts = Mapping[str, Cursor]

DEFAULT_ZONE = "America/Sao_Paulo"

_CLINICA = re.compile(r"[a-z][a-z0-9-]{1,40}")
_SERVICO = re.compile(r"[a-z][a-z0-9_]*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_HHMM = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_MONEY = re.compile(r"\d{1,8}(\.\d{1,2})?")
_DAY = re.compile(r"(\d\d)/(\d\d)(?:/(\d{4}))?")
_LEAP_YEAR = 2028
_LONGEST_MIN = 24 * 60
_LONGEST_NAME = 40


def parse_clinic_file(text: str, filename: str) -> ClinicFile:
    """What `text` says. Raises InvalidInput with one line `file:line:column: …` per problem."""
    yaml = YAML(typ="rt")
    yaml.version = (1, 2)
    try:
        data = yaml.load(text)
    except YAMLError as error:
        raise InvalidInput(str(yaml_problem(filename, error, text))) from error
    return read_clinic_file(data, filename)


def read_clinic_file(data: object, filename: str) -> ClinicFile:
    """The same for what YAML said already. Raises InvalidInput."""
    report = Report(filename)
    parts = Cursor(report, data).keys(("usuarios", "clinicas"), ("clinicas",), what="a client's file")
    clinicas = tuple(_clinica(item) for item in _items(parts, "clinicas", "a list of clinicas"))
    _once(_items(parts, "clinicas"), "slug")
    usuarios = None
    if "usuarios" in parts:
        people = _items(parts, "usuarios", "a list of usuarios", empty=True)
        usuarios = tuple(_usuario(item, [clinica.slug for clinica in clinicas]) for item in people)
        _once(people, "email")
    if report.problems:
        ordered = sorted(report.problems, key=lambda problem: (problem.line, problem.column))
        raise InvalidInput("\n".join(map(str, ordered)))
    return ClinicFile(clinicas=clinicas, usuarios=usuarios)


# -- the parts ---------------------------------------------------------------------------------------------------------------


def _usuario(item: Cursor, slugs: Sequence[str]) -> UsuarioPart:
    keys = ("email", "nome", "papel", "clinicas")
    parts = item.keys(keys, keys, what="a usuario")
    return UsuarioPart(
        email=_match(parts, "email", _EMAIL, "an e-mail address").lower(),
        nome=_text(parts, "nome", "a name"),
        papel=_member(parts, "papel", PapelUsuario.VIEW),
        clinicas=_known(parts, "clinicas", slugs, "a clinica of this file"),
    )


def _clinica(item: Cursor) -> ClinicaPart:
    required = ("slug", "nome", "endereco", "horarios", "servicos", "profissionais")
    optional = ("fuso", "telefone", "referencia", "configuracoes", "feriados", "conhecimento")
    parts = item.keys((*required, *optional), required, what="a clinica")
    servicos = _servicos(parts)
    return ClinicaPart(
        slug=_match(parts, "slug", _CLINICA, "a slug: a letter, then 1 to 40 of a-z, 0-9 and -"),
        nome=_text(parts, "nome", "a name"),
        fuso=_zone(parts),
        telefone=_phone(parts),
        endereco=_text(parts, "endereco", "an address"),
        referencia=_text(parts, "referencia", "how to find the door") or None,
        configuracoes=_settings(parts),
        horarios=_hours(parts, "abre", "fecha"),
        feriados=_feriados(parts),
        servicos=servicos,
        profissionais=_profissionais(parts, [servico.slug for servico in servicos]),
        conhecimento=_conhecimento(parts),
    )


def _servicos(parts: Parts) -> tuple[ServicoPart, ...]:
    found = parts["servicos"].parts("the servicos by slug") if "servicos" in parts else {}
    for slug, item in found.items():
        if not _SERVICO.fullmatch(slug):
            item.problem("a slug of a-z, 0-9 and _ that begins with a letter", found=repr(slug))
    _once(found.values(), "nome")
    _claimed_once(found)
    return tuple(_servico(slug, item) for slug, item in found.items())


def _claimed_once(servicos: Mapping[str, Cursor]) -> None:
    """Report a name of patients' own that is, or sounds like, one of another servico; a nome counts before them, wherever it stands."""
    parts = {slug: item.parts("") for slug, item in servicos.items() if isinstance(item.value, Mapping)}
    of = {heard(nome): slug for slug, part in parts.items() if (nome := _text_of(part, "nome"))}
    for slug, part in parts.items():
        for item in _items(part, "apelidos"):
            name = item.value if isinstance(item.value, str) else ""
            other = of.setdefault(heard(name), slug) if can_name(name) else slug
            if other != slug:
                item.problem(f"a name that {other} does not have")


def _text_of(parts: Parts, key: str) -> str | None:
    value = parts[key].value if key in parts else None
    return value if isinstance(value, str) else None


def _servico(slug: str, item: Cursor) -> ServicoPart:
    required = ("nome", "duracao", "preco")
    optional = ("intervalo", "sinal", "apelidos", "preparo")
    parts = item.keys((*required, *optional), required, what="a servico")
    preco, sinal = _money(parts, "preco"), _money(parts, "sinal")
    if preco is not None and sinal is not None and sinal > preco:
        parts["sinal"].problem(f"a deposit that is not above the price, {preco}", found=str(sinal))
    return ServicoPart(
        slug=slug,
        nome=_text(parts, "nome", "a name"),
        duracao_min=_minutes(parts, "duracao", 1),
        intervalo_min=_minutes(parts, "intervalo", 0),
        preco=preco or Decimal(0),
        sinal=sinal or Decimal(0),
        apelidos=_apelidos(parts),
        preparo=_text(parts, "preparo", "how a patient prepares") or None,
    )


def _apelidos(parts: Parts) -> list[str]:
    """What patients call a servico besides its nome, each once, in the file's order."""
    found: dict[str, str] = {}
    for item in _items(parts, "apelidos", "a list of what patients call it too", empty=True):
        name = " ".join(item.text("a name that patients use").split())
        if len(name) > _LONGEST_NAME:
            item.problem(f"a name of at most {_LONGEST_NAME} letters", found=f"{len(name)} letters")
        elif name and not can_name(name):
            item.problem("a name that is said of a procedure alone, and of no day, person or visit")
        found.setdefault(fold(name), name)
    return list(found.values())


def _profissionais(parts: Parts, slugs: Sequence[str]) -> tuple[ProfissionalPart, ...]:
    items = _items(parts, "profissionais", "a list of profissionais")
    _once(items, "nome")
    keys = ("nome", "servicos", "horarios")
    found = [item.keys(keys, keys, what="a profissional") for item in items]
    return tuple(
        ProfissionalPart(
            nome=_text(one, "nome", "a name"),
            servicos=_known(one, "servicos", slugs, "a servico of this clinica"),
            horarios=_hours(one, "inicio", "fim"),
        )
        for one in found
    )


def _hours(parts: Parts, begin: str, end: str) -> tuple[Hours, ...]:
    found: list[Hours] = []
    for item in _items(parts, "horarios", f"a list of hours with dias, {begin} and {end}"):
        one = item.keys(("dias", begin, end), ("dias", begin, end), what="hours")
        inicio, fim = _time(one, begin), _time(one, end)
        dias = [day.number("a day, Monday being 0,", 0, 6) for day in _items(one, "dias", "a list of days")]
        if inicio is None or fim is None:
            continue
        if inicio >= fim:
            one[end].problem(f"a time after {inicio:%H:%M}")
        for dia in dias:
            if any(h.dia == dia and h.inicio < fim and inicio < h.fim for h in found):
                item.problem(
                    f"hours of day {dia} that do not overlap others", found=f"{inicio:%H:%M} to {fim:%H:%M}"
                )
            found.append(Hours(dia, inicio, fim))
    return tuple(found)


def _feriados(parts: Parts) -> tuple[FeriadoPart, ...] | None:
    if "feriados" not in parts:
        return None
    items = _items(parts, "feriados", "a list of feriados", empty=True)
    _once(items, "dia")
    return tuple(_feriado(item) for item in items)


def _feriado(item: Cursor) -> FeriadoPart:
    parts = item.keys(("dia", "nome", "tipo"), ("dia", "nome"), what="a feriado")
    day = parts.get("dia")
    match = _DAY.fullmatch(str(day.value)) if day else None
    dia, mes, ano = (int(part) if part else None for part in match.groups()) if match else (1, 1, None)
    try:
        date(ano or _LEAP_YEAR, mes or 0, dia or 0)
    except ValueError:
        match = None
    if day and not match:
        day.problem("a day as DD/MM (of every year) or DD/MM/YYYY")
    return FeriadoPart(
        dia=dia or 1,
        mes=mes or 1,
        ano=ano,
        nome=_text(parts, "nome", "a name"),
        tipo=_member(parts, "tipo", TipoFeriado.FECHADO),
    )


def _conhecimento(parts: Parts) -> tuple[ConhecimentoPart, ...] | None:
    if "conhecimento" not in parts:
        return None
    items = _items(parts, "conhecimento", "a list of questions and answers", empty=True)
    _once(items, "pergunta")
    keys = ("assunto", "pergunta", "resposta")
    found = [item.keys(keys, keys, what="a piece of conhecimento") for item in items]
    return tuple(
        ConhecimentoPart(
            assunto=_member(one, "assunto", Assunto.OUTRO),
            pergunta=_text(one, "pergunta", "a question"),
            resposta=_text(one, "resposta", "an answer"),
        )
        for one in found
    )


def _settings(parts: Parts) -> Mapping[str, Any] | None:
    """The settings as the JSON values they are stored as."""
    if "configuracoes" not in parts:
        return None
    known = tuple(ClinicaSettings.__dataclass_fields__)
    found = parts["configuracoes"].keys(known, what="the configuracoes")
    fitting = {}
    for name, item in found.items():
        try:
            read_setting(name, item.value)
        except InvalidInput as error:
            item.problem(f"a value that {name} takes", found=str(error).removeprefix(f"{name}: "))
        else:
            fitting[name] = item.value
    if len(fitting) == len(found):
        try:
            read_settings(fitting)
        except InvalidInput as error:
            parts["configuracoes"].problem("settings that fit together", found=str(error))
    return fitting


# -- single values -----------------------------------------------------------------------------------------------------------


def _items(parts: Parts, key: str, what: str = "", *, empty: bool = False) -> list[Cursor]:
    """The parts of a list; without `what` nothing is reported."""
    cursor = parts.get(key)
    if cursor is None or (cursor.value == [] and (empty or not what)):
        return []
    if not what and (isinstance(cursor.value, str) or not isinstance(cursor.value, Sequence)):
        return []
    return cursor.items(what)


def _once(items: Iterable[Cursor], key: str) -> None:
    """Report the second of two with the same `key`."""
    seen: set[str] = set()
    for item in items:
        name = item.value.get(key) if isinstance(item.value, Mapping) else None
        if not isinstance(name, str):
            continue
        if name.lower() in seen:
            item.parts("")[key].problem(f"a {key} that no other has")
        seen.add(name.lower())


def _text(parts: Parts, key: str, what: str) -> str:
    return parts[key].text(what).strip() if key in parts else ""


def _match(parts: Parts, key: str, pattern: re.Pattern[str], what: str) -> str:
    return _convert(parts, key, what, lambda text: text if pattern.fullmatch(text) else None) or ""


def _time(parts: Parts, key: str) -> time | None:
    what = 'a time in quotes such as "08:30"'
    return _convert(
        parts, key, what, lambda text: time.fromisoformat(text) if _HHMM.fullmatch(text) else None
    )


def _money(parts: Parts, key: str) -> Decimal | None:
    """Reais; what is not there costs nothing."""
    if key in parts and isinstance(parts[key].value, int | float) and not isinstance(parts[key].value, bool):
        parts = {key: Cursor(parts[key].report, str(parts[key].value), parts[key].path, parts[key].mark)}
    what = 'an amount in reais such as "120.00"'
    return _convert(parts, key, what, lambda text: Decimal(text) if _MONEY.fullmatch(text) else None)


def _phone(parts: Parts) -> str | None:
    return _convert(parts, "telefone", 'a telephone number in quotes such as "+5511900000100"', parse)


def _zone(parts: Parts) -> str:
    if "fuso" not in parts:
        return DEFAULT_ZONE
    return (
        _convert(parts, "fuso", f"a time zone such as {DEFAULT_ZONE}", _find_zone, available_timezones) or ""
    )


def _find_zone(text: str) -> str | None:
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _convert(
    parts: Parts,
    key: str,
    what: str,
    read: Callable[[str], T | None],
    near: Callable[[], Iterable[str]] = tuple,
) -> T | None:
    """What `read` makes of a text; None when there is none or it is no `what`, which is reported."""
    if key not in parts:
        return None
    value = parts[key].value
    found = read(value.strip()) if isinstance(value, str) else None
    if found is None:
        parts[key].problem(what, near=tuple(near()))
    return found


def _minutes(parts: Parts, key: str, low: int) -> int:
    return parts[key].number("whole minutes", low, _LONGEST_MIN) if key in parts else low


def _member(parts: Parts, key: str, default: E) -> E:
    """A member of the kind of `default`, which stands in for one that is not there."""
    kind = type(default)
    values = [str(member) for member in kind]
    if key in parts and parts[key].value not in values:
        parts[key].problem(f"one of {', '.join(values)}", near=values)
        return default
    return kind(parts[key].value) if key in parts else default


def _known(parts: Parts, key: str, names: Sequence[str], what: str) -> tuple[str, ...]:
    """A list of some of `names`, each once."""
    items = _items(parts, key, f"a list, each {what}")
    for item in items:
        if item.value not in names:
            item.problem(f"{what} ({', '.join(names) or 'there is none'})", near=names)
    return tuple(dict.fromkeys(str(item.value) for item in items))
