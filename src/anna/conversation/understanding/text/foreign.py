"""English and Spanish, word by word, as the Portuguese the grammar reads: a tourist's "can I come tomorrow at 3?" needs no second grammar.

Weekdays and other words that are no Portuguese at all are read wherever they stand; the rest of the English glossary only in a message
with at least two words of its own that Portuguese does not have ("a", "do", "no" are both).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from anna.commands import Nuance
from anna.kit.text import normal, tokenize

_MARKS = frozenset({
    "the", "i", "my", "is", "are", "you", "your", "can", "want", "have", "has", "how", "what", "this", "would", "like", "please", "tomorrow", "book",
    "appointment", "need", "after", "it", "and", "still", "does", "don", "yes", "not", "get", "was", "when", "where", "much", "anyone", "any",
    "hello", "hi", "there", "with", "could", "schedule", "available", "thanks", "am", "be", "today", "works", "sorry", "than", "been", "she", "he", "her", "his", "of", "that",
    "an", "just", "got", "will", "on", "at", "for", "from", "sending", "messages", "next", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "pregnant", "speak", "english", "spanish", "take", "card", "offer",
    "breastfeeding", "swelling", "swollen", "myself", "yeah", "nothing", "anything", "about", "morning", "afternoon", "cannot", "had", "did", "say", "ago", "out",
    "more", "stop", "text", "texts", "texting", "contacting", "th", "rd", "nd", "past", "quarter", "half", "evening", "january", "february", "april", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip

# Spanish and no Portuguese, nor what Brazilians say of it for fun.
_SPANISH = frozenset({
    "quiero", "quisiera", "cuanto", "cuesta", "cuestan", "donde", "estan", "cita", "hacer", "hacerme", "usted", "ustedes", "tengo", "tienen", "tiene",
    "puedo", "necesito", "manana", "lunes", "martes", "miercoles", "jueves", "viernes", "gustaria", "atienden", "abren", "precio", "tarjeta", "limpieza", "relleno", "sesion", "estacionamiento",
    "hablar", "hablan", "habla", "espanol", "pero", "despues", "tambien", "muchas", "temprano", "ubicados", "ubicacion", "direccion", "cuando",
})  # fmt: skip
_SPANISH_BESIDE = frozenset(
    {
        "hola",
        "gracias",
        "buenos",
        "buenas",
        "una",
        "el",
        "los",
        "las",
        "y",
        "mi",
        "con",
        "del",
        "es",
        "si",
        "hoy",
        "la",
        "dias",
    }
)
_FEW = 2

# Never Portuguese, so read in any message.
_ALWAYS = {
    "monday": "segunda", "tuesday": "terca", "wednesday": "quarta", "thursday": "quinta", "friday": "sexta", "saturday": "sabado", "sunday": "domingo",
    "tomorrow": "amanha", "today": "hoje", "tonight": "hoje a noite", "any day": "qualquer dia", "next week": "semana que vem", "this week": "essa semana", "weekend": "fim de semana",
    "black friday": "black friday", "enero": "janeiro", "febrero": "fevereiro", "marzo": "marco", "mayo": "maio", "junio": "junho", "julio": "julho", "septiembre": "setembro",
    "setiembre": "setembro", "octubre": "outubro", "noviembre": "novembro", "diciembre": "dezembro", "lunes": "segunda", "martes": "terca", "miercoles": "quarta", "jueves": "quinta", "viernes": "sexta",
    "manana": "amanha", "pasado manana": "depois de amanha", "hoy": "hoje", "quiero": "quero", "cuanto sale": "quanto custa", "quanto sale": "quanto custa", "le pongo": "dou", "me llamo": "me chamo", "mi nombre es": "meu nome e", "un nueve": "9", "un ocho": "8", "un diez": "10", "un siete": "7", "nueve": "9", "ocho": "8", "siete": "7", "diez": "10", "dijo": "disse", "no voy": "nao vou", "no voy a poder": "nao vou poder", "no tengo": "nao tenho", "no gracias": "nao obrigada", "esta bien": "ta bom", "de acuerdo": "de acordo", "cita": "consulta", "cambiar": "mudar", "quisiera": "queria", "hola": "oi", "gracias": "obrigada",
    "cuanto": "quanto", "cuesta": "custa", "donde": "onde", "embarazada": "gravida", "buenos dias": "bom dia", "buenas tardes": "boa tarde",
    "a las": "as", "las dos": "as 2", "las diez": "as 10", "las once": "as 11", "las doce": "meio dia", "las siete": "as 7", "las ocho": "as 8", "las nueve": "as 9", "la una": "1 h",
    "a las dos": "as 2", "a las diez": "as 10", "a las once": "as 11", "a las doce": "meio dia", "a las siete": "as 7", "a las ocho": "as 8", "a las nueve": "as 9", "a la una": "as 1 h",
    "opcion": "opcao", "la primera opcion": "a primeira opcao", "la segunda opcion": "a segunda opcao", "la tercera opcion": "a terceira opcao", "la primera": "a primeira", "la tercera": "a terceira", "no no": "nao nao", "no lunes": "nao segunda",
    "quiero la segunda": "quero a segunda opcao", "prefiero la segunda": "quero a segunda opcao", "la segunda por favor": "a segunda opcao", "la segunda gracias": "a segunda opcao", "yo dije": "eu disse", "dije": "disse",
    "de las": "das", "despues de las": "depois das", "antes de las": "antes das", "entre las": "entre as", "hasta las": "ate as", "para las": "para as", "desde las": "desde as", "y las": "e as", "no ,": "nao ,",
    "moradito": "roxinho", "moradita": "roxinha", "que hago": "que faco", "mi bebe": "meu bebe", "no respira": "nao respira", "no responde": "nao responde", "no despierta": "nao acorda",
    "y media": "e meia", "y cuarto": "e 15", "menos cuarto": "menos 15", "menos diez": "menos 10", "y": "e", "no puedo": "nao posso", "si puedo": "posso sim", "mediodia": "meio dia", "week": "semana",
    "si": "sim", "primero": "primeiro", "tercero": "terceiro", "ninguno": "nenhum", "ninguna": "nenhuma", "que viene": "que vem", "el": "o", "en la": "na", "en el": "no", "a la tarde": "a tarde", "de la tarde": "da tarde", "de la manana": "da manha", "proximo lunes": "proxima segunda", "por la noche": "a noite", "temprano": "cedo", "cualquier": "qualquer", "pero": "mas", "despues": "depois", "hasta": "ate", "entre semana": "de segunda a sexta",
    "por la manana": "de manha", "por la tarde": "a tarde", "la proxima semana": "semana que vem", "pregnant": "gravida", "breastfeeding": "amamentando",
    "no quiero": "nao quero", "no me": "nao me", "no quisiera": "nao quero", "ya no": "nao", "no mas": "nao mais", "no manden": "nao mandem", "manden": "mandem", "mensajes": "mensagens", "mensaje": "mensagem", "recibir": "receber",
    "marcapasos": "marcapasso", "hicieron": "fizeram", "hice": "fiz", "mi": "meu", "hablar": "falar", "persona": "pessoa", "con": "com", "alguien": "alguem", "una": "uma", "con una": "com uma", "con un": "com um", "con alguien": "com alguem", "publicidad": "publicidade", "dejen de": "parem de", "dejar de": "parar de",
    "enviarme": "me enviar", "mandarme": "me mandar", "envien": "enviem", "mi numero": "meu numero", "mi cara": "meu rosto", "mis": "meus", "borren": "apaguem", "borrar": "apagar", "borrame": "me tira da lista", "hinchado": "inchado", "hinchada": "inchada", "hincho": "inchou",
    "veo": "vejo", "borroso": "embacado", "borrosa": "embacada", "veo doble": "vejo duplo", "vision": "visao", "vision doble": "visao dupla", "no veo": "nao enxergo", "me duele": "doi", "duele": "doi", "dolor": "dor", "ojo": "olho", "ojos": "olhos", "ayuda": "socorro", "ayudenme": "socorro", "despues del": "depois do", "despues de": "depois de",
    "hija": "filha", "hijo": "filho", "dando pecho": "amamentando", "amamantando": "amamentando", "lactando": "amamentando", "quemada": "queimada", "quemado": "queimado", "quemo": "queimou", "ampollas": "bolhas", "ardor": "ardencia",
    "pecho": "peito", "queja": "reclamacao", "quejarme": "reclamar", "reclamo": "reclamacao", "me desmaye": "desmaiei", "desmayo": "desmaiou", "se desmayo": "desmaiou", "morirme": "morrer", "morir": "morrer", "matarme": "me matar",
    "vivir": "viver", "mas mensajes": "mais mensagens", "mas publicidad": "mais publicidade", "puede": "pode", "hacer": "fazer", "hacerme": "fazer", "anticoagulantes": "anticoagulante",
    "appointment": "consulta", "usted": "voce", "tengo": "tenho", "puedo": "posso", "si claro": "sim", "limpieza": "limpeza", "labios": "labios",
    "tienen turno": "tem vaga", "hay turno": "tem vaga", "tienen turnos": "tem vaga", "cuando": "quando", "atienden": "atendem", "abren": "abrem", "tienen": "voces tem", "me gustaria": "gostaria", "necesito": "preciso", "precio": "preco", "tarjeta": "cartao", "estacionamiento": "estacionamento", "sesion": "sessao", "quien": "quem", "lo hace": "faz", "mas barato": "mais barato", "habla": "fala", "hablan": "falam", "espanol": "espanhol",
    "relleno de labios": "preenchimento labial", "relleno": "preenchimento", "estan ubicados": "ficam", "esta ubicada": "fica", "ubicados": "ficam", "ubicada": "fica", "ubicacion": "localizacao",
}  # fmt: skip

_ENGLISH = {
    "no more": "sem mais", "texts": "mensagens", "texting": "mandar mensagem", "contacting me": "me mandar mensagem",
    "i ' m": "estou", "i am": "estou", "im": "estou", "i ' d like": "gostaria", "i would like": "gostaria", "i ' d": "gostaria", "i want": "quero", "want": "quero",
    "wanna": "quero", "need": "preciso", "i can": "posso", "i can ' t": "nao consigo", "i don ' t": "nao", "i do not": "nao", "i cannot": "nao consigo", "i can not": "nao consigo", "want to": "quero",
    "i want to": "quero", "need to": "preciso", "i need to": "preciso", "like to": "queria", "i ' d like to": "gostaria", "i would like to": "gostaria", "have to": "preciso", "can i": "posso", "could i": "posso", "can you": "voces podem", "could you": "voces podem", "may i": "posso",
    "can ' t": "nao consigo", "cannot": "nao consigo", "can not": "nao consigo", "don ' t": "nao", "do not": "nao", "doesn ' t": "nao", "didn ' t": "nao",
    "won ' t": "nao vou", "isn ' t": "nao esta", "not": "nao", "never": "nunca", "no": "nao", "yes": "sim", "yeah": "sim", "yep": "sim", "sure": "claro",
    "of course": "claro", "ok": "ok", "please": "por favor", "book": "marcar", "schedule": "agendar", "make": "marcar", "reschedule": "remarcar", "cancel": "cancelar",
    "an appointment": "uma consulta", "my appointment": "minha consulta", "appointments": "consultas", "available": "disponivel", "availability": "disponibilidade", "slots": "vagas",
    "do you have": "voces tem", "is there": "tem", "are there": "tem", "do you do": "voces fazem", "do you take": "voces aceitam", "do you accept": "voces aceitam", "i have a question": "tenho uma duvida", "a question": "uma duvida", "what treatments": "quais tratamentos", "what services": "quais servicos", "what procedures": "quais procedimentos", "treatments": "tratamentos", "procedures": "procedimentos", "do you offer": "voces fazem", "how much is": "quanto custa", "how much does": "quanto custa",
    "how much": "quanto custa", "how long": "quanto tempo", "price": "preco", "prices": "precos", "cost": "custa", "where are you": "onde voces ficam", "where is": "onde fica", "where": "onde",
    "located": "fica", "address": "endereco", "what time": "que h", "opening hours": "horario de funcionamento", "your hours": "horario de funcionamento", "open": "abre", "close": "fecha", "when is": "quando e", "when": "quando", "next": "proxima",
    "this": "essa", "after": "depois", "after the": "depois da", "before": "antes das", "at": "as", "around": "umas", "between": "entre", "on": "na", "in the morning": "de manha",
    "morning": "manha", "in the afternoon": "a tarde", "afternoon": "tarde", "evening": "noite", "noon": "meio dia", "day after tomorrow": "depois de amanha",
    "the day after tomorrow": "depois de amanha", "yesterday": "ontem", "day": "dia", "days": "dias", "week": "semana", "weeks": "semanas", "month": "mes", "ago": "atras",
    "january": "janeiro", "february": "fevereiro", "march": "marco", "april": "abril", "may": "maio", "june": "junho", "july": "julho", "august": "agosto",
    "september": "setembro", "october": "outubro", "november": "novembro", "december": "dezembro", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "years old": "anos", "year old": "anos", "and": "e", "or": "ou",
    "my": "meu", "your": "seu", "you": "voce", "i": "eu", "is": "esta", "are": "estao", "was": "ficou", "have": "tenho", "has": "tem", "had": "fiz", "got": "fiz", "did": "fiz",
    "face": "rosto", "lip": "labio", "lips": "labios", "mouth": "boca", "eye": "olho", "eyes": "olhos", "eyelid": "palpebra", "skin": "pele", "forehead": "testa", "throat": "garganta",
    "tongue": "lingua", "cheek": "bochecha", "leg": "perna", "legs": "pernas", "swelling": "inchando", "swollen": "inchado", "swelled": "inchou", "red": "vermelho", "burning": "ardendo",
    "burned": "queimada", "burnt": "queimada", "burns": "queimando", "blister": "bolha", "blisters": "bolhas", "bruise": "hematoma", "bruised": "roxo", "bruising": "hematoma", "itching": "cocando",
    "itchy": "cocando", "rash": "alergia", "infected": "infeccionado", "infection": "infeccao", "pus": "pus", "hurts": "doendo", "painful": "doendo", "pain": "dor", "numb": "dormente",
    "droopy": "caido", "drooping": "caido", "fever": "febre", "lump": "caroco", "lumps": "carocos", "allergic reaction": "reacao", "reaction": "reacao", "bleeding": "sangrando",
    "breathe": "respirar", "breathing": "respirar", "trouble": "dificuldade de", "fainted": "desmaiou", "collapsed": "desmaiou", "passed out": "desmaiou", "chest": "peito", "chest pain": "dor no peito", "see": "enxergar",
    "help": "ajuda", "emergency": "emergencia", "ambulance": "ambulancia", "kill myself": "me matar", "kill my self": "me matar", "end my life": "acabar com minha vida", "to die": "morrer",
    "want to die": "quero morrer", "want to live": "quero viver", "wanna live": "quero viver", "to live": "viver", "anymore": "mais", "in my chest": "no peito", "won ' t stop": "nao para", "can ' t see": "nao enxergo", "closing": "fechando", "unacceptable": "um absurdo", "my money back": "meu dinheiro de volta", "money back": "dinheiro de volta", "manager": "gerente", "supervisor": "supervisor", "suicide": "suicidio", "suicidal": "suicidio", "hurt myself": "me machucar", "self harm": "me cortar", "cut myself": "me cortar", "better off dead": "melhor eu morrer",
    "nursing": "amamentando", "trying to conceive": "tentante", "pregnancy": "gravidez", "expecting": "gravida", "blood thinner": "anticoagulante", "blood thinners": "anticoagulante",
    "anticoagulants": "anticoagulante", "pacemaker": "marcapasso", "lupus": "lupus", "diabetes": "diabetes", "diabetic": "diabetica", "accutane": "roacutan", "chemo": "quimioterapia",
    "cancer": "cancer", "allergic": "alergica", "epilepsy": "epilepsia", "i take": "tomo", "i ' m taking": "tomo", "i ' m on": "tomo", "taking": "tomando", "can i take": "posso tomar", "normal": "normal",
    "ibuprofen": "ibuprofeno", "medicine": "remedio", "medication": "remedio", "ointment": "pomada", "safe": "seguro", "does it hurt": "doi", "hurt": "doi", "daughter": "filha", "son": "filho", "underage": "menor de idade",
    "filler": "preenchimento", "fillers": "preenchimento", "lip filler": "preenchimento labial", "lip fillers": "preenchimento labial", "laser": "laser", "laser hair removal": "depilacao a laser",
    "hair removal": "depilacao", "facial": "limpeza de pele", "skin cleaning": "limpeza de pele", "facial cleaning": "limpeza de pele", "deep cleansing": "limpeza de pele", "lash": "cilios",
    "lashes": "cilios", "eyelash": "cilios", "eyelashes": "cilios", "eyelash extensions": "extensao de cilios", "lash extensions": "extensao de cilios", "eyebrow": "sobrancelha", "eyebrows": "sobrancelha",
    "brows": "sobrancelha", "microneedling": "microagulhamento", "lymphatic drainage": "drenagem", "lymphatic massage": "drenagem", "massage": "massagem", "follow up": "retorno", "consultation": "avaliacao",
    "assessment": "avaliacao", "evaluation": "avaliacao", "chemical peel": "peeling", "peel": "peeling", "cryolipolysis": "criolipolise", "fat freezing": "criolipolise", "harmonization": "harmonizacao",
    "stop": "para de", "stop sending": "para de mandar", "stop messaging": "para de mandar mensagem", "stop texting": "para de mandar mensagem", "messages": "mensagens", "message": "mensagem", "unsubscribe": "sair da lista",
    "remove me from": "me tira da", "remove me": "me tira da lista", "list": "lista", "send": "manda", "sending": "mandar", "talk": "falar", "speak": "falar", "real": "real", "person": "pessoa", "human": "humano", "call me": "me liga", "talk to a human": "falar com um humano", "speak to a human": "falar com um humano",
    "a human": "um humano", "real person": "pessoa de verdade", "talk to": "falar com", "speak to": "falar com", "speak with": "falar com", "someone": "alguem", "somebody": "alguem", "a person": "uma pessoa", "receptionist": "recepcionista",
    "thanks": "obrigada", "thank you": "obrigada", "hello": "oi", "hi": "oi", "hi there": "oi", "hello there": "oi", "good morning": "bom dia", "good afternoon": "boa tarde", "good evening": "boa noite", "bye": "tchau",
    "my name is": "meu nome e", "name": "nome", "phone": "telefone", "number": "numero", "the": "a", "to": "para", "for": "para", "with": "com", "from": "de", "of": "de", "a": "a", "late": "atrasada",
    "running late": "atrasada", "i ' ll be": "vou", "i ' ll": "vou", "will": "vou", "first": "primeiro", "second": "segundo", "third": "terceiro", "last": "ultimo", "first one": "o primeiro", "second one": "o segundo", "third one": "o terceiro", "last one": "o ultimo", "the first one": "o primeiro", "the second one": "o segundo",
    "the third one": "o terceiro", "the last one": "o ultimo", "going to": "vou", "gonna": "vou", "thinking about": "pensando em", "the first": "o primeiro", "the second": "o segundo", "the third": "o terceiro", "the last": "o ultimo", "parking": "estacionamento",
    "discount": "desconto", "pay": "pagar", "credit card": "cartao de credito", "card": "cartao", "credit": "credito", "cash": "dinheiro", "refund": "reembolso", "complaint": "reclamacao", "complain": "reclamar", "terrible": "pessimo", "awful": "horrivel",
    "does it take": "demora", "does it": "faz", "who does": "quem faz", "who": "quem", "what": "o que", "deposit": "sinal", "back": "de volta", "speak english": "fala ingles", "speak spanish": "fala espanhol", "english": "ingles", "cheaper": "mais barato", "anything": "algo", "something": "algo",
    "should i do": "fazer", "should i bring": "preciso levar", "guarantee": "garante", "what should i do": "qual o preparo", "should i prepare": "qual o preparo",
    "still": "ainda", "get": "fazer", "do": "fazer", "come": "ir", "works": "serve", "work": "serve",
}  # fmt: skip

_CLOCK = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
_MONTHS = {
    "january": "janeiro", "february": "fevereiro", "march": "marco", "april": "abril", "may": "maio", "june": "junho", "july": "julho", "august": "agosto",
    "september": "setembro", "october": "outubro", "november": "novembro", "december": "dezembro",
}  # fmt: skip
_LONGEST = 4
Glossary = dict[tuple[str, ...], str]


@cache
def _glossary(*, english: bool) -> Glossary:
    """From phrases in the normal form of `kit.text` ("kill" is "kil") to Portuguese."""
    words = {**_ALWAYS, **_ENGLISH, **_MONTHS, **_told_times()} if english else _ALWAYS
    return {tuple(normal(word) for word in phrase.split()): meant for phrase, meant in words.items()}


def _told_times() -> dict[str, str]:
    """ "half past two", "quarter to three"."""
    hours = [*_CLOCK.items(), *((digits, digits) for digits in _CLOCK.values())]
    return {
        phrase: meant
        for word, digits in hours
        for phrase, meant in (
            (f"half past {word}", f"as {digits} e meia"),
            (f"quarter past {word}", f"as {digits} e 15"),
            (f"quarter to {word}", f"15 para as {digits}"),
            (f"{word} o ' clock", f"as {digits} h"),
        )
    }


@cache
def _marks() -> frozenset[str]:
    return frozenset(normal(word) for word in _MARKS)


def is_english(norms: Sequence[str]) -> bool:
    """Whether two different words are English and no Portuguese, or one is, and the others may be English too."""
    words = [n for i, n in enumerate(norms) if n.isalpha() and not (i and _is_portuguese(norms[i - 1], n))]
    marks = {n for n in words if n in _marks()}
    if not marks:
        return False
    known = sum(n in marks or (n,) in _glossary(english=True) for n in words)
    return known == len(words) or (len(marks) >= 2 and 2 * known >= len(words))


def language_of(text: str) -> frozenset[Nuance]:
    """The language of `text` where two of its words at least are that language's and no Portuguese; empty where it is in doubt."""
    words = {token.norm for token in tokenize(text) if token.norm.isalpha()}
    if len(words & _marks()) >= _FEW and is_english([token.norm for token in tokenize(text)]):
        return frozenset({Nuance.ENGLISH})
    own, beside = words & _spanish(_SPANISH), words & _spanish(_SPANISH_BESIDE)
    return frozenset({Nuance.SPANISH} if own and len(own | beside) >= _FEW else ())


@cache
def _spanish(words: frozenset[str]) -> frozenset[str]:
    return frozenset(normal(word) for word in words)


_BEFORE_FOR = frozenset(
    {"se", "quando", "quem", "onde", "que", "como", "nao", "eu", "ele", "ela", "isso", "caso"}
)


def _is_portuguese(before: str, word: str) -> bool:
    """Whether `word` behind `before` is said by everybody here: "se for", "50% off"."""
    return (word == "for" and before in _BEFORE_FOR) or (word == "of" and before == "%")


def translate(norms: Sequence[str], i: int, *, english: bool) -> tuple[str, int] | None:
    """The Portuguese of the longest known phrase that begins at `norms[i]`, as (normal form, words used); None for no such phrase."""
    glossary = _glossary(english=english)
    for size in range(min(_LONGEST, len(norms) - i), 0, -1):
        meant = glossary.get(tuple(norms[i : i + size]))
        if meant is not None:
            return meant, size
    return None
