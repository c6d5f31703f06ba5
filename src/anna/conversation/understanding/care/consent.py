"""Who is to be treated does not want it, or cannot say so, as phrases: pressed by somebody, or never asked. Taste and good advice are none."""

from __future__ import annotations

_PRESSER = "AGGRESSOR|genro|nora|sogra|filha|irma|noiva|patroa|familia|cafetao|agente|empresario"
_DO = "fazer|faca|fizesse|marcar|por|ponha|pusesse|colocar|coloque|botar|bote|aplicar|aplique|aumentar|operar|mexer|mudar|PROC"
_ON = "no|na|nele|nela|pro|pra ?meu ?minha SHE|nele|nela"

UNWILLING = f"""
{_PRESSER} .. obriga|obrigou|obrigando|obrigaram|forca|forcou|forcando|forcaram|pressiona|pressionou|pressionando|coage|coagindo .. {_DO} ~ fazer h|plantao|compra* ~ kkk
sendo|sentindo|sinto obrigad*|forcad*|coagid*|pressionad* ~ pagar|avaliacao
{_PRESSER} quer|queria|quis|mandou|manda|exige|exigiu|insiste|insistiu|pediu|cismou que|eu|mim .. {_DO} ... NOT|nem quero|queria|gosto|concordo ~ kkk ~ NOT|nem quero|queria ... quero|prefiro|posso|consigo ~ NOT queria|quero .. dia|data|horario|cedo|tarde
PARTNER|namorada|genro|nora|patrao|chefe mandou|manda|exige|exigiu .. fazer|por|colocar|botar|aplicar|faca|ponha|coloque ~ kkk ~ pergunt*|dermato*|medic*|doutor*
faco|fazer|fazendo|fiz .. porque|por .. {_PRESSER} insiste|insistiu|manda|mandou|exige|exigiu|obriga|obrigou|pressiona ~ kkk
so porque|por .. {_PRESSER} quer|insiste|insistiu|manda|mandou|exige|obriga ~ kkk ~ quer .. ir|vir|fazer|junto|tambem|levar|buscar
NOT|nem quero|queria ?fazer|isso|nada ?isso|nada ?, mas .. {_PRESSER} .. quer|insiste|insistiu|obriga|obrigou|manda|mandou|exige|exigiu|pediu|pagando|pagou ~ kkk ~ quer .. ir|vir|junto|tambem|levar|buscar
NOT|nem quero|queria ?fazer|isso|nada ?isso|nada ?, faco|marco|vou .. porque|por|para .. {_PRESSER} ~ kkk
cancel*|desmarc* .. sem .. {_PRESSER} saber|saiba|ver|veja|descobrir|descubra|perceb*|desconfi* ~ surpresa|presente
fing*|finjo que fui|fiz|marquei|vou ... {_PRESSER} ~ kkk ~ surpresa|presente
fazer|faco|aplicar|aplica|marcar|PROC .. {_ON} ... NOT precisa|precisam|vai|pode|deve|tem ?que ?de saber|perceber|notar|descobrir|querer ~ meu marido NOT ~ surpresa|presente
fazer|faco|aplicar|aplica|PROC .. {_ON} ... sem ele|ela saber|perceber|notar|querer|ver|deixar ~ surpresa|presente
fazer|faco|aplicar|aplica|marcar|PROC .. {_ON} ... ele|ela NOT quer ?fazer|saber , mas|vai|obrig*|convenc* ~ kkk
SHE ... brav*|agressiv*|agitad*|nervos*|resist*|briga|reclama|quer|deixa ... gente|eu|nos segura|seguro|seguramos|amarra|amarro|amarramos ~ segur* .. onda|barra|horario|vaga|mao
aplica*|fazer|faz nele|nela ... sem ele|ela saber|perceber|querer|ver
gente|eu|nos segura|seguro|seguramos|amarra|amarro|amarramos ele|ela
alzheimer|demencia ... NOT|sem .. saber|entende|lembra|reconhece|decide|responde|percebe
ele|PARTNER|pai|padrasto|mae|sogra que|quem quer|queria|insiste|insistiu ... acho|achava ?que NOT|nem quero|queria ~ kkk
ele|PARTNER|pai|padrasto|mae|sogra que|quem quer|queria|insiste|insistiu ... NOT|nem sei ?se ?eu quero|queria ~ kkk ~ quero|queria .. dia|horario|manha|tarde|noite
ele|PARTNER|pai|padrasto|mae|sogra que|quem quer|queria|insiste|insistiu ... por mim NOT|nem fazia|faria|marcava ~ kkk
mae|sogra|familia|pai marcou ... NOT quero|queria ?mais ?nao $
mae|sogra|familia|pai marcou ... NOT quero|queria ?mais ,|.|!|ir|fazer|isso|nada ~ kkk ~ NOT quero nada PROC
ela|mae|sogra .. briga|brigar|xinga|surta|grita|expulsa|castiga se ?eu desmarcar|cancelar|desistir|faltar|recusar|falar ~ kkk
"""
"""Before it goes on somebody talks with her, or with who decides for whom."""

_RAGES = "briga|brigar|brigando|xinga|xingar|larga|largar|deixa|deixar|termina|terminar|separa|separar|some|grita|bravo|surta|surtar|castiga|expulsa|bate|mata|embora"

COERCED = f"""
faco|fazendo|fazer|marco|ponho|coloco .. porque senao|se|do .. ele|PARTNER|pai|padrasto .. {_RAGES} ~ kkk
faco|fazendo|fazer|marco|ponho|coloco ?, senao .. ele|PARTNER|pai|padrasto .. {_RAGES} ~ kkk ~ cedo|tarde|noite
se NOT fizer|por|colocar|botar|marcar|aplicar|puser|aceitar ?isso|PROC ?, ele|PARTNER|pai|padrasto .. {_RAGES} ~ kkk|rir|brinc*
ele|PARTNER disse|falou|fala|diz|avisou|jurou ... se NOT fizer|por|colocar|botar|marcar|aplicar|puser|aceitar ... {_RAGES} ~ kkk|rir|brinc*
ele|PARTNER|pai|padrasto .. {_RAGES} se NOT fizer|por|colocar|botar|aplicar|puser|aceitar ~ kkk|rir|brinc*
ele|PARTNER|pai|padrasto .. briga|brigar|xinga|surta|grita|expulsa|bate|larga|castiga se ?eu desmarcar|cancelar|desistir|faltar|recusar ~ kkk|rir|brinc*
"""
"""The same under a threat at home."""
