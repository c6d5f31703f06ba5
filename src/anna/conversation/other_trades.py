"""Who writes to another trade, or to a stranger: a pizza is ordered, a lorry driver is asked for, the dentist is looked for; and who sees that it was a mistake. Pure."""

from __future__ import annotations

from anna.conversation.understanding.text.line import Line, rx
from anna.conversation.whereabouts import asks_what_it_is

_TRADE = (
    r"(?:pizzaria|restaurante|lanchonete|hamburgueria|padaria|confeitaria|acougue|mercad(?:o|inho)|supermercado|mercearia|quitanda|deposito|distribuidora|adega|farmacia|drogaria|hospital|posto|upa"
    r"|laboratorio|otica|oficina|borracharia|auto eletrica|lava jato|loja|papelaria|grafica|imobiliaria|igreja|banco|correios?|escola|creche|faculdade|academia|barbearia|barbeiro|salao|petshop|pet shop"
    r"|veterinari[ao]|veterinaria|dentista|odonto\w*|consultorio odonto\w*|clinica (?:odonto\w*|dentaria|veterinaria|medica|de olhos|ortopedica)|transportadora|mecanic[ao]|chaveiro|eletricista"
    r"|encanador|pedreiro|marceneiro|serralheri?[oa]?|vidracaria|gas|agua|motoboy|taxi|floricultura|lavanderia|cartorio|prefeitura|hotel|pousada|advogad[ao]|contador(?:a)?)"
)
_START = r"(?:^|[.,;!?\n] ?|\b(?:nao|que|mas|ai|aqui|ou|se|achei|isso|entao|numero|ue|moca|moco|oi|ola|voces?|sao) )"
_ASKS_TRADE = rf"{_START}(?:nao )?(?:e|eh|seria|era|sao) (?:ai |aqui |mesmo )*(?:d?[aeo]s? |um |uma )?{_TRADE}\b(?! (?:de voces|da clinica|ai perto|aqui perto|perto))[^?.!\n]*\?"
_SPEAKS_TO = rf"\b(?:falo|falando|falar) (?:com |n[ao] |pr[ao] |para )+(?:[ao] )?(?:\w+ ){{0,2}}(?:d[aeo] )?{_TRADE}\b[^?.!\n]*\?"
_LANDMARK = r"\b(?:perto|lado|frente|proxim[ao]|fica|ficam|esquina|atras|estacion\w+|vizinh[ao]|depois d[aeo]|antes d[aeo])\b"

_GOODS = (
    r"(?:pizzas?|calabresa|mussarela|portuguesa|esfi[hr]\w*|lanches?|x ?(?:tudo|salada|burguer|bacon)|hamburguer\w*|marmit\w+|quentinhas?|acai|sushi|temaki|pastel|pasteis|coxinhas?|salgad(?:o|os|inhos)|bolo de \w+"
    r"|guarana|coca(?: cola)?|refri\w*|cervejas?|litrao|gelo|espetinhos?|picanha|carvao|botij(?:ao|oes)|gas de cozinha|galao de agua|agua de 20|racao|pneus?|frete|mudanca|carreto|entulho|areia|cimento|tijolos?"
    r"|dipirona|dorflex|losartana|insulina|remedio (?:da|de|pra|para) (?:pressao|diabete\w*|coracao|colesterol|dor)|conserto d[aeo] \w+|boletim|matricula)"
)
_ORDERS = rf"(?:^|\b(?:quero|queria|quer|pedir|pedido|pedi|manda\w*|mandem|me ve|traz|tragam?|entreg\w+|tem|teria|vend\w+|quanto (?:e|ta|custa|sai|fica)|valor|preco|preciso|sobre|d[aeo]|uma?|\d+|cade|kd|duas|dois|meia|e ai|chegou|chega)) (?:d?[aeo]s? |uma? |\d+ |meu |minha |nosso |esse |essa )*{_GOODS}\b|^(?:[ao] )?{_GOODS}\b"
_AFTER_IT = r"\b(?:posso|comi|comer|comendo|bebi|beber|depois|antes|tomo|tomar|tomei|tomando|uso|usar|faz mal|aplic\w+|sessao)\b"

_STRANGER = r"^(?:(?:oi|ola|alo|opa|bom dia|boa tarde|boa noite|por favor|desculpa|,|!|\.) )*(?:(?:voce|aqui|ai|quem fala) )?(?:e|eh|falo com|fala) (?:d?[ao] |com [oa] )?(?:seu |dona )?(?!dra?\b|doutora?\b)[a-z]{2,} (?:d[aeo] (?!clinica\b|recepcao\b|estetica\b|laser\b|botox\b|anna\b)[a-z]{3,}|(?:mecanico|eletricista|pedreiro|motorista|pintor|borracheiro|encanador|marceneiro|vidraceiro|corretora?|taxista|motoboy|caminhoneiro))(?: [a-z]+)? ?\?"

_ADDRESSED = r"\b(?:voce|aqui|ai|quem fala) (?:e|eh)\b|\b(?:falo|fala) com\b"
_CAPITAL = r"\b[aAoOdD][aAoO]?(?: [Ss]eu| [Dd]ona)? [A-ZÀ-Ý]"
"""Of "e o design de sobrancelha?" it says nothing."""

_OF_US = r"\b(?:marc(?:a|ar|o|ou|ei)\b|agend|consult(?!orio odonto)|horari|procediment|avaliacao|estetica|laser|botox|limpeza de pele|depila|massagem|peeling|preenchiment|sessao|vaga)\w*"


def seeks_another_trade(text: str) -> bool:
    """Whether another trade, or a stranger, is written to: "ai não é a pizzaria do Zé?", "uma calabresa grande, por favor", "vc é o Marcos do caminhão?"."""
    norm = Line.of(text).norm
    if rx(_OF_US).search(norm) or rx(_LANDMARK).search(norm) or asks_what_it_is(text):
        return False
    if rx(_ASKS_TRADE).search(norm) or rx(_SPEAKS_TO).search(norm):
        return True
    if rx(_STRANGER).search(norm) and (rx(_ADDRESSED).search(norm) or rx(_CAPITAL).search(text)):
        return True
    return rx(_AFTER_IT).search(norm) is None and rx(_ORDERS).search(norm) is not None


def tells_of_tooth(text: str) -> bool:
    """Whether it is a tooth that hurts, and nothing else of her: nothing that was done here."""
    norm = Line.of(text).norm
    return (
        rx(r"\bdentes?\b").search(norm) is not None
        and rx(
            r"\b(?:rosto|boca|labio|olho|pele|inch\w+|respir\w+|febre|botox|preenchimento|desmai\w+|sangr\w+|procedimento|aplicac\w+)\b"
        ).search(norm)
        is None
    )


_PLACE = (
    r"(?:clinica|lugar|numero|contato|consultorio|salao|estabelecimento|whats\w*|telefone|grupo|conversa)"
)
_ANOTHER = r"outr[ao] (?:clinica|lugar|consultorio|salao|estabelecimento|grupo|conversa|pessoa)"
_MISTAKEN = (
    rf"\b(?:foi|era|e|eh|fui|marquei|marcamos|deve (?:ser|ter sido)|liguei|mandei|escrevi|falei|vou (?:ligar|falar|ver|perguntar|mandar)(?: (?:com|la))?)(?: (?:\w+ ){{0,2}}?)?(?:n?a|n?o|d[ao]|com [ao]|pr[ao]|para [ao]|em|com) ?{_ANOTHER}\b"
    rf"|\b(?:foi|era|e|so) (?:um )?engano\b|\bengan(?:o|ei)(?: meu| de {_PLACE})?[ ,.!]*(?:desculp\w+|foi mal|perdao)|\b(?:desculp\w+|foi mal|perdao)\b[^?]*\b(?:engano|me enganei|{_PLACE} errad[ao]|{_ANOTHER})\b"
    rf"|\b(?:errei|confundi|troquei) (?:de |o |a |com )*(?:{_PLACE})\b|\b{_PLACE} errad[ao]\b"
    r"|\bnao e (?:\w+ ){1,4}?entao\b[^a-z]*(?:desculp\w+|foi mal|perdao|valeu|obrigad[ao])|\b(?:entao )?nao e (?:aqui|ai|esse|esse numero)(?: nao)?\b[^a-z?]*(?:desculp\w+|foi mal|perdao|valeu|obrigad[ao]|tchau)"
)
_STILL_OURS = r"\b(?:quero|queria|gostaria|pode|posso|preciso|prefiro|marca|agenda|tem)\b"
_THEY_WROTE = r"\bnao sou\b|\b(?:voces?|a clinica) (?:me )?(?:mand|lig|escrev|err)\w*|\b(?:recebi|chegou|veio|mandou|mandaram|ligou|ligaram|escreveram|chamaram)\b"
_NOT_WANTED = r"\bnao (?:quero|queria|preciso|pode|posso)\b"
_COMPARES = r"\b(?:mais barat[ao]|car[ao]|preco|valor|faz por|custa|cobr\w+|desconto|melhor|fiz|doeu|queim\w+|paguei|atend\w+)\b"


def was_mistaken(text: str) -> bool:
    """Whether she sees that she wrote to the wrong place, and wishes nothing here: "era a outra clínica, desculpa", "foi engano"."""
    norm = Line.of(text).norm
    if "?" in norm and not rx(r"\bnao e (?:\w+ ){1,4}?entao ?\?").search(norm):
        return False
    left = rx(_NOT_WANTED).sub(" ", norm)
    if rx(_THEY_WROTE).search(norm) or rx(_STILL_OURS).search(left) or rx(_COMPARES).search(left):
        return False
    return rx(_MISTAKEN).search(norm) is not None
