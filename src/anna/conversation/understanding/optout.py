"""Whether a person wants no more messages. Never from a word alone: a verb of stopping needs an object of communication.

"tem como parar a dor?" and "posso sair antes das 15h?" must not silence anybody (field note 12); "não quero mais receber nada" must.
"""

from __future__ import annotations

from anna.commands import RuleHit
from anna.conversation.understanding.line import Line, rx

_CALLS = r"(?:mand\w*|envi\w*|receb\w*|encher|enchendo|perturb\w*|incomod\w*|cham\w*|lig\w*|escrev\w*|import[ua]n\w*|spam\w*|contat\w*|procur\w*|disparar?|aborrec\w*|floodar|insistir|fazer propaganda|mensagem|mensagens)"
_OBJECT = r"(?:mensage(?:m|ns)|propagandas?|promoc\w+|publicidade|anuncios?|ofertas?|marketing|spam|avisos?|lembretes?|novidades|campanhas?|isso|isto|essas coisas|nada|notificac\w+|whatsapp|contatos?|divulgac\w+|conteudos?|informativos?|comunicac\w+|cupom|cupons|esse tipo)"
_LIST = r"(?:lista|listas|cadastro|base|contatos?|mailing|sistema|disparos?|grupo de (?:ofertas|promocoes)|transmissao|numero)"
_NO = r"(?:nao|num|nunca|nem)"
_TIRED = r"(?:cans(?:ei|ad[ao]|ou)|fart[ao]|de saco cheio|saco cheio|nao aguento mais|nao suporto mais|enjoei|enjoad[ao])"
_ALONE = r"(?:quero |eu quero |queria |desejo )?(?:sair|pare|parar|parem|stop|sai fora|sai dessa lista|descadastr\w+|me descadastr\w+|remover|remova|me remov\w+|bloqueia|bloquear|bloqueei|bloqueando|unsubscribe|cancelar (?:a )?inscricao|sair da lista|remover da lista|para de mensagens|me tir\w+|optout|opt out)(?: (?:por favor|ja|agora|daqui|disso|com isso|ai|pf|voces|todos?))*"

RULES: tuple[tuple[str, str], ...] = (
    ("optout.stop_sending", rf"\b(?:para|pare|parem|parar|parou|deixa|deixe|deixem|chega|cansei|canse|cessem|cessar|pode parar|podem parar|da um tempo|deixar|{_TIRED}) (?:ja )?(?:de|com) (?:ficar )?(?:me |nos )?{_CALLS}\b(?! (?:o endereco|a foto|fotos))"),
    ("optout.stop_object", rf"\b(?:para|pare|parem|parar|chega|basta|{_TIRED}|cancela|cancele|cancelar|cancelem|suspende|suspender|interrompe\w*|desativ\w+|remov\w+|tira|tire) (?:de |com |d[ao]s? |essas |esses |as |os |o |a |o envio de |o recebimento de |com as |com os |tant[ao]s? |tod[ao]s? |ess[ae]s? )*(?:envio|recebimento|{_OBJECT})\b(?! (?:de )?(?:confirm|dor))(?<!isso)(?<!nada)"),
    ("optout.stop_this", r"\b(?:para|pare|parem) (?:com )?isso\b|\bja (?:pedi|falei|disse) (?:para|pra|que e para|pra voces) (?:parar|pararem|nao mandar)\b|\bnao (?:me )?perturb\w+\b|\bvai encher (?:outr[ao]|o saco)|\b(?:cancel\w+|encerr\w+)(?: (?:o|a|meu|minha))* (?:cadastro|inscricao|assinatura|recebimento)\b(?! (?:n[ao]|d[aeo]) (?:clube|site|app|aplicativo|programa|consulta))"),
    ("optout.not_to_receive", r"\b(?:gostaria de|prefiro|favor|desejo|quero|queria|peco(?: para)?|pedir para|solicito|para|pra) (?:que )?nao (?:mais )?(?:me )?(?:receb\w+|mand\w+|envi\w+|contat\w+)(?: mais)? (?:mais )?(?:mensage|propagand|promoc|nada|ofert|contato|esse|isso|lembrete|mais)"),
    ("optout.no_receiving", r"\b(?:nao|nunca|num) (?:me interessa|interessa|quero|desejo|gostaria d?e?|queria|pretendo|aceito|autorizo|quis|tenho interesse em|precisa|tenho interesse de|faco questao de|estou interessad[ao] em|solicitei|pedi para|pedi pra)(?: (?:mais|que|voces?|nunca|me|continuar|ficar|ser|a))* (?:receb\w+|mand\w+|envi\w+|cham\w+|contat\w+|incomod\w+|perturb\w+|lig\w+|entr\w+ em contato)\b"),
    ("optout.no_object", r"\b(?:nao|num) quero (?:mais )?(?:saber de )?(?:mensage(?:m|ns)|propagandas?|promoc\w+|spam|contato|ofertas?|anuncios?|publicidade|marketing)\b(?: (?:nenhuma|nenhum|sua|suas|de voces|mais))?|\bnao quero mais nada (?:de|com) voces\b|\bnao quero mais contato\b"),
    ("optout.do_not_send", rf"\b(?:nao|nunca mais|nem|num) (?:precisa |precisam |e para |e pra |quero que |podem? )?(?:(?:mais|voces?) )*(?:me )?(?:mand(?:a|e|em|ar|arem)|envi(?:a|e|em|ar|arem)|cham(?:a|e|em|ar)|perturb(?:a|e|em|ar)|incomod(?:a|e|em|ar)|procur(?:a|e|em|ar)|contat(?:a|e|em|ar)|lig(?:a|ue|uem)|escrev(?:a|am|e)|encha|enche)(?: (?:mais|me|nada|nunca|nenhuma|nenhum|essas?|esses?|as|os|o saco|{_OBJECT}))+"),
    ("optout.no_more", rf"\b{_NO} quero mais saber (?:d[aeo]|diss?o|dess\w+|de voces)\b|\bdispenso (?:as |suas |essas |tais )*(?:mensage|promoc|propagand|ofert)\w+|\bsem mais (?:mensage|promoc|propagand)\w+|\bme poup[ea]\w* (?:d[aeo]s?|dess\w+) (?:mensage|propagand|promoc)\w+"),
    ("optout.remove", rf"\b(?:me )?(?:tir[ae]\w?|tirar|tirarem|tirem|remov\w+|exclu\w+|apag\w+|retir\w+|descadastr\w+|delet\w+|desinscrev\w+|desinscrever|sair|risca) (?:me )?(?:o |do |da |de |dess[ae] |est[ae] |deste |desta |seus? |sua |meu |minha |meus |voces |as |os |esse |nome |numero |contato |telefone |dados )*{_LIST}\b(?! (?:de espera|da espera))"),
    ("optout.remove", r"\bme (?:exclu\w+|remov\w+|descadastr\w+|desinscrev\w+|bloque\w+)\b(?! d[ao] (?:lista de espera|agenda|horario))"),
    ("optout.threat", r"\b(?:vou|irei|vo) (?:te |ter que |bloquear e |denunciar e )*(?:bloque\w+|denunci\w+|report\w+)\b(?! (?:o |a |minha |meu )?(?:agenda|horario|cartao|dia|clinica|procon|medic))|\bvou denunciar como spam\b|\bisso e spam\b|\bja bloqueei\b|\bbloqueando (?:voces|esse|este|o numero)\b|\bse (?:\w+ ){0,3}(?:mand|envi|continu|insist)\w+\b.{0,30}\b(?:bloque|denunci|process)\w+"),
    ("optout.consent", r"\b(?:revogo|retiro|cancelo|nao dei|nao autorizo|nunca autorizei|nao autorizei|nunca dei)(?: (?:o|a|meu|minha|mais|nenhuma|esse))* (?:consentimento|autorizacao|envio|contato|mensage\w+|receb\w+|voces a|mandarem|uso do meu)"),
    ("optout.leave_me", r"\bdeix\w+ (?:eu|me|a gente|nos) em paz\b|\bme (?:deixa|deixe|deixem|esquece|esquecam|esqueca|erra) (?:em paz|quiet\w*|por favor|de mao)\b|\b(?:me esquece|me esquecam|me erra|larga do meu pe|saco cheio de mensage\w+|sai do meu pe|sai do meu whatsapp|some daqui)\b"),
    ("optout.leave_list", r"\b(?:quero|queria|gostaria de|desejo|pode|posso|como faco para|como faco pra|preciso) sair (?:d[aeo]s? )?(?:dess[ae]s? |est[ae]s? |sua |suas )?(?:lista|cadastro|mensagens|grupo|propagandas?|promoc\w+|transmissao)\b(?! (?:de espera|da espera))"),
)  # fmt: skip

# A choice of channel, a thing not wanted once, a waiting list: none of these is an opt-out.
_LOOKALIKES = (
    r"\b(?:so|somente|apenas|prefiro|pode ser|pode|manda|mande|melhor)(?: \w+){0,2} (?:aqui|por aqui|no whatsapp|pelo whatsapp|por whatsapp|por mensagem|por email|no email|pelo email|por sms|a noite|de manha|a tarde|depois das|antes das|em horario comercial)\b",
    r"\bnao (?:me )?(?:lig\w+|telefon\w+)\b[^.]*\b(?:mensagem|whatsapp|por aqui|manda|escrev\w+)\b",
    r"\bnao (?:me )?(?:mand(?:ou|aram|ei)|envi(?:ou|aram)|recebi|chegou|chamou|chamaram|ligaram|ligou)\b(?!.*\bnao (?:quero|mande))",
    r"\blista de espera\b|\bda espera\b",
    r"\b(?:bloque\w+) (?:esse |um |o |a |minha |meu )?(?:horario|agenda|dia|cartao|data|vaga)\b",
    r"\b(?:nao (?:quero|precisa)|sem) (?:receber |mandar |enviar )?(?:mais )?(?:a |o )?(?:nota|recibo|boleto|audio|comprovante|foto|orcamento|fatura)\b",
    r"\bnao precisa (?:me )?(?:mandar|enviar|ligar|receber|chamar)\b(?!.*\b(?:mais|nada|mensage|propaganda|promoc))",
)


# Said alone under a campaign ("responda SAIR"), these words have only one meaning.
_UNDER_CAMPAIGN = r"(?:ja falei ?,? ?|nao ,? )?(?:para|chega|sai|cancelar|cancela|cancele|basta|fora|nao perturbe|some|me tira dai|me tira|nao quero mais (?:isso|nada disso|nada)|para com isso|vai encher outr[ao]|nao me interessa mais|deixa disso)(?: (?:ja|agora|com isso|de mim|daqui))?"


_AT_THE_END = r"[.!?,;] (?:pare|parem|parou|basta)$"


def read_optout(line: Line, *, under_campaign: bool = False) -> tuple[bool, tuple[RuleHit, ...]]:
    """Whether the message asks for silence, and the rule that saw it."""
    core = line.core
    if rx(_ALONE).fullmatch(core) or (under_campaign and rx(_UNDER_CAMPAIGN).fullmatch(core)):
        return True, (line.hit("optout.keyword", 0, len(line.norm), "opt-out"),)
    if under_campaign and rx(_AT_THE_END).search(core):
        return True, (line.hit("optout.at_the_end", 0, len(line.norm), "opt-out"),)
    for pattern in _LOOKALIKES:
        match = rx(pattern).search(line.norm)
        if match:
            return False, (line.hit("optout.lookalike", match.start(), match.end(), "no opt-out"),)
    for rule, pattern in RULES:
        match = rx(pattern).search(line.norm)
        if match:
            return True, (line.hit(rule, match.start(), match.end(), "opt-out"),)
    return False, ()
