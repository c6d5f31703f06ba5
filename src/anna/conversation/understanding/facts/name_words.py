"""Which words make up a name: where one begins, what goes on with it, and what is no name."""

from __future__ import annotations

from anna.conversation.understanding.facts.common_words import is_common
from anna.conversation.understanding.facts.given_names import SHORT
from anna.conversation.understanding.text.line import Line
from anna.kit.text import Token, fold

PARTICLES = frozenset({"de", "da", "do", "das", "dos", "e", "di", "del"})
# What cannot begin or continue a name, folded. Verbs, pronouns, kinship, professions and chat words.

NOT_NAMES = frozenset({
    "fora", "deu", "sessao", "demora", "demoram", "dura", "duram", "leva", "duracao", "procedimento", "tratamento", "resultado", "efeito", "recuperacao", "corpo", "area", "axila", "na", "no", "saiu", "ficou", "veio", "ate", "entre", "cada", "apenas", "pois", "logo", "talvez", "acho", "precisa", "dizer", "pergunta", "responder", "passar", "esqueci", "serve", "tanto",
    "faz", "outro", "outra", "espera", "calma", "vlw", "amem", "gratidao", "brigada", "brigado", "uma", "umas", "uns", "dois", "duas", "quanta", "quantas",
    "a", "o", "as", "os", "um", "eu", "voce", "voces", "ele", "ela", "nos", "me", "meu", "minha", "seu", "sua", "dele", "dela",
    "que", "quem", "qual", "quando", "onde", "como", "quanto", "porque", "por", "para", "pra", "pro", "com", "sem", "mas", "ou", "se", "ja", "so",
    "sim", "nao", "ok", "ta", "to", "tudo", "bem", "bom", "boa", "dia", "tarde", "noite", "oi", "ola", "obrigada", "obrigado", "valeu", "beleza",
    "tchau", "quero", "queria", "gostaria", "preciso", "posso", "pode", "marcar", "agendar", "cancelar", "remarcar", "confirmar", "vou", "vai", "vim",
    "sou", "e", "era", "foi", "fui", "tenho", "tem", "ter", "fazer", "fiz", "saber", "falar", "ver", "mae", "pai", "filha", "filho", "esposa",
    "marido", "namorada", "irma", "irmao", "amiga", "amigo", "tia", "tio", "avo", "sobrinha", "prima", "dona", "mesma", "mesmo", "paciente",
    "cliente", "nova", "novo", "antiga", "aqui", "ai", "la", "de", "dnv", "hoje", "amanha", "ontem", "segunda", "terca", "quarta", "quinta", "sexta",
    "sabado", "domingo", "semana", "mes", "alergica", "alergico", "gravida", "gestante", "diabetica", "diabetico", "hipertensa", "casada", "solteira",
    "medica", "medico", "dentista", "enfermeira", "advogada", "professora", "estudante", "menor", "maior", "pessoa", "humano", "gente", "dra", "dr", "melhor", "pior", "prefiro", "preferia",
    "doutora", "doutor", "muito", "mais", "menos", "tambem", "telefone", "celular", "numero", "whatsapp", "email", "cpf", "nome", "chamo", "sobre", "nenhum", "nenhuma", "profa", "prof",
    "preco", "valor", "horario", "vaga", "consulta", "botox", "preenchimento", "limpeza", "pele", "peeling", "laser", "depilacao", "sobrancelha",
    "cilios", "design", "extensao", "skinbooster", "bioestimulador", "harmonizacao", "microagulhamento", "drenagem", "massagem", "avaliacao", "retorno", "criolipolise", "ultraformer", "kkk", "haha", "desculpa", "licenca", "favor",
    "porfavor", "isso", "esse", "essa", "este", "esta", "aquele", "aquela", "seria", "nada", "ninguem", "qualquer", "atendente", "recepcao",
    "clinica", "verdade", "certo", "claro", "certeza", "perfeito", "otimo", "nunca", "sempre", "depois", "antes", "agora", "ainda", "entao",
    "ne", "uai", "oxe", "tche", "bah", "robo", "bot", "assistente", "ia", "interessada", "interessado", "moca", "moco", "amor", "querida", "flor",
    "linda", "gata", "vida", "casa", "mim", "comigo", "alguem", "ansiosa", "feliz", "triste", "chata", "cansada", "atrasada", "perdida", "doida",
    "louca", "gorda", "velha", "jovem", "loira", "morena", "negra", "branca", "mulher", "homem", "menina", "menino", "trans", "vegana", "fumante",
    "deus", "ex", "do", "da", "indicada", "indicacao", "poe", "poem", "ponha", "bota", "bote", "anota", "anote", "coloca", "coloque", "registra", "escreve", "marca", "marque", "agenda",
    "agende", "passei", "falei", "falando", "disse", "mandei", "eita", "nossa", "hum", "puts", "opa", "criada", "esquece", "recepcionista", "secretaria", "gerente", "responsavel", "atendimento", "quer", "querem", "acabei", "peraai", "ih", "ah", "hein", "visse", "guria", "sinha", "mainha", "painho", "vixe", "oxente", "egua",
    "senhor", "senhora", "sr", "sra", "completo", "completa", "social", "registro", "errado", "errada", "errei", "correto", "chama", "chamada",
    "dessa", "desse", "desta", "deste", "dessas", "desses", "disso", "disto", "daqui", "dai", "dali", "nessa", "nesse", "lista", "cadastro",
    "usa", "use", "anos", "idade", "sete", "oito", "casei", "conhecida", "conhecido", "chamam", "chamar", "chamem", "chame", "todo", "todos", "mundo", "conhece", "apelido", "moro", "trabalho", "fiquei", "viuva", "viuvo", "paguei", "comprei",
    "desconto", "sinal", "pix", "dinheiro", "pagamento", "comprovante", "nota", "recibo", "reembolso", "estorno", "deposito", "troco", "boleto", "resto", "restante", "parcela", "vista", "avista", "neta", "sogra", "cunhada", "perdi", "perco", "perdeu", "sair", "empresa", "firma", "escritorio", "cnpj", "sai", "brincando", "brincadeira", "atende", "atendem", "quebrou", "roubaram", "roubado", "depende", "assim",
    "nomes", "medicos", "medicas", "doutores", "doutoras", "profissional", "profissionais", "dono", "donos", "proprietario", "proprietaria", "diretor", "diretora", "socio", "socia", "patrao", "patroa", "chefe",
    "admin", "administrador", "administradora", "system", "sistema", "root", "user", "usuario", "prompt", "null", "undefined", "fiscal", "delegado", "delegada", "policial",
})  # fmt: skip
TITLES = frozenset(
    {
        "dona",
        "seu",
        "sra",
        "sr",
        "senhora",
        "senhor",
        "dr",
        "dra",
        "doutor",
        "doutora",
        "prof",
        "profa",
        "professor",
        "professora",
        "tia",
        "tio",
    }
)


def after_title(line: Line, i: int) -> int:
    """The token behind "dona", "seu", "dra."."""
    while i + 1 < len(line.tokens) and (fold(line.tokens[i].text) in TITLES or line.tokens[i].text == "."):
        i += 1
    return i


def known_word(line: Line, first: int) -> bool:
    """Whether what should be a name is a word that everybody uses."""
    return is_common(line.tokens[first].norm) and line.tokens[first].norm not in ALSO_VERBS | SHORT


def name_runs(line: Line) -> list[list[int]]:
    """Every maximal run of words that could be a name."""
    runs: list[list[int]] = []
    i = 0
    while i < len(line.tokens):
        token = line.tokens[i]
        known = token.norm in NOT_NAMES and not _word_as_name(line, i) and not _joins(line, i + 1)
        plain = known or not token.norm[:1].isalpha() or _everyday(token)
        found = None if plain else name_at(line, i, capital=False, strict=False)
        if found:
            runs.append(found)
        i = found[-1] + 1 if found else i + 1
    return runs


def _everyday(token: Token) -> bool:
    """Whether a word without a capital letter is one that everybody uses: "deixa", "chegando"."""
    short = len(token.norm) < _SHORTEST and token.norm not in SHORT
    common = len(token.norm) >= _SHORTEST and is_common(token.norm) and token.norm not in ALSO_VERBS
    return token.text.islower() and (short or common)


_SHORTEST = 4
ALSO_VERBS = frozenset({"marco", "marcos", "dias", "pessoa", "segura", "esperanca"})
JOINS = frozenset("-'’`´")


def name_at(line: Line, first: int, *, capital: bool, strict: bool) -> list[int] | None:
    """Token indexes of the name that begins at `first`: up to six words, particles only between names."""
    found: list[int] = []
    for i in range(first, min(first + 9, len(line.tokens))):
        token = line.tokens[i]
        if found and (_joins(line, i) or _initial(line, i) or (token.text == "." and _initial(line, i - 1))):
            continue
        if line.norm[line.starts[i]] == "_" or not token.text.isalpha() or _apart(line, found, token.start):
            break
        if found and token.text.casefold() in PARTICLES:
            found.append(i)
            continue
        surname = bool(found) and _is_surname(token.text, token.norm)
        if token.norm in NOT_NAMES and not _word_as_name(line, i) and not surname and not _joins(line, i + 1):
            break
        if (len(token.text) < 2 and not _joins(line, i + 1)) or (capital and not token.text[0].isupper()):
            break
        if found and strict and not token.text[0].isupper() and line.tokens[found[0]].text[0].isupper():
            break
        found.append(i)
    while found and line.tokens[found[-1]].text.casefold() in PARTICLES:
        found.pop()
    return found if found and (len(line.tokens[found[0]].text) >= 2 or len(found) > 1) else None


def _apart(line: Line, found: list[int], start: int) -> bool:
    """Whether something else than initials and joining marks stands between the name so far and `start`."""
    if not found:
        return False
    between = line.text[line.tokens[found[-1]].end : start]
    return bool(between.strip(" .-'’`´ABCDEFGHIJLMNOPQRSTUVXZ"))


def _joins(line: Line, i: int) -> bool:
    """ "Joana D'Arc": the mark between two letters."""
    if not 0 < i < len(line.tokens) - 1 or line.tokens[i].text not in JOINS:
        return False
    token = line.tokens[i]
    return line.tokens[i - 1].end == token.start and token.end == line.tokens[i + 1].start


def _initial(line: Line, i: int) -> bool:
    """ "Kátia S. Oliveira": the initial is passed over."""
    token = line.tokens[i]
    return (
        len(token.text) == 1
        and token.text.isupper()
        and i + 1 < len(line.tokens)
        and line.tokens[i + 1].text == "."
    )


_DAY_NAMES = frozenset(
    {
        "segunda",
        "quinta",
        "sexta",
        "quarta",
        "sabado",
        "domingo",
        "domingos",
        "natal",
        "pascoa",
        "abril",
        "maio",
    }
)


ALSO_NAMES = frozenset({"linda", "flor", "vida", "branca", "moreno", "amor", "gentil", "feliz", "vitoria"})


def _word_as_name(line: Line, i: int) -> bool:
    """ "Sábado Ferreira", "Linda Branco": a word with a capital letter, before another capital letter."""
    if line.tokens[i].norm not in _DAY_NAMES | ALSO_NAMES or i + 1 >= len(line.tokens):
        return False
    here, after = line.tokens[i].text, line.tokens[i + 1].text
    return here[:1].isupper() and after[:1].isupper() and after.isalpha() and not after.isupper()


def _is_surname(text: str, norm: str) -> bool:
    return text[0].isupper() and norm in {
        *_DAY_NAMES,
        *ALSO_NAMES,
        "moreno",
        "branca",
        "branco",
        "flor",
        "linda",
        "novo",
        "velho",
    }
