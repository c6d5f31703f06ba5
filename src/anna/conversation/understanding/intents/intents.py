"""What a message asks Anna to do or to tell: independent rules over the normal form. What they mean together is `offline`'s work."""

from __future__ import annotations

from collections.abc import Callable

from anna.commands import Intent, RuleHit, Sentiment
from anna.conversation.understanding.intents.asks import intent_of, phrases
from anna.conversation.understanding.intents.optout import read_erasure
from anna.conversation.understanding.intents.person import read_person
from anna.conversation.understanding.intents.wishes import CHECK_APPOINTMENT, CONFIRM_ATTENDANCE
from anna.conversation.understanding.intents.yes_no import without_kept
from anna.conversation.understanding.text.line import Line, rx

_WANT = r"(?:quero|queria|gostaria|preciso|posso|pode|podia|poderia|podemos|da para|da pra|tem como|consigo|consegue|conseguiria|vamos|to querendo|estou querendo|tava querendo|penso em|pensando em|afim de|a fim de|interesse em|desejo|vim|bora|vou|tentar|favor)"
_FILL = r"(?: (?!nao\b)[\w]+){0,4}?"
_VISIT = (
    r"(?:consulta|sessao|horario|h\b|agendamento|atendimento|procedimento|avaliacao|retorno|reserva|visita)"
)

# What is asked to be explained is no medical question: "como funciona", "o que é", "quanto tempo leva a sessão".
EXPLAINS = (
    r"\b(?:(?:para|pra) que serve|(?:qual (?:e )?)?(?:a )?diferenca (?:entre|d[aeo]|pra|para)|o que (?:e|eh|seria|faz)|(?:como|d que jeito) (?:que )?(?:e que )?(?:e|funciona|e feit[ao]|seria|fazem)|me (?:fala|fale|conta|conte|explica|explique|diz)(?: um pouco| mais| melhor)* (?:d[aeo]s?|sobre|como|ess[ae])|"
    r"(?:fala|conta|explica) (?:mais |um pouco )?(?:sobre|d[aeo])|(?:quanto tempo|quantas h|quantos min)(?: \w+){0,2}? (?:(?:demora|leva|dura|e)(?: \w+){0,2} (?:sessao|procedimento|consulta|atendimento|aplicacao|avaliacao|massagem|limpeza)|(?:demora|leva) (?:a |o |uma |um )?(?:depilacao|drenagem|peeling|design|sobrancelha|laser|extensao)))\b"
)

RULES: tuple[tuple[Intent, str], ...] = (
    (Intent.CONFIRM_ATTENDANCE, CONFIRM_ATTENDANCE),
    (Intent.CHECK_APPOINTMENT, CHECK_APPOINTMENT),
    (Intent.RESCHEDULE, r"\b(?:jog\w+|empurr\w+|pass[ae]r?|mud\w+|pux\w+|adiant\w+|transfer\w+|troc\w+|bota\w*|poe|coloc\w+) (?:a |o )?(?:minha|meu)(?! (?:nome|telefone|numero|cpf|contato|email|dados|celular|endereco))(?: \w+){1,3} (?:para|pra|pro|pras)\b"),
    (Intent.RESCHEDULE, r"\b(?:(?:tenho|tinha|estou com|to com) (?:um |uma |o |a )?(?:horario|consulta|sessao|\w+ marcad[ao])|(?:marquei|agendei)\b|(?:ta|tava|esta|estava|ficou) (?:marcad[ao]|agendad[ao])|era (?:hoje|amanha|segunda|terca|quarta|quinta|sexta|dia|as))\b.*\b(?:queria|quero|pode ser|da (?:pra|para) (?:ser|mudar|trocar|passar|ir)|consigo|tem como|mudar|trocar|pass(?:a|ar))\b"),
    (Intent.CHECK_APPOINTMENT, r"\b(?:minha|meu) (?:consulta|sessao|horario|retorno|agendamento) (?:e|ta|esta|ficou|era)\b(?=[^.!?]*\b(?:certo|ne|mesmo|correto|isso|confirmad[ao]) ?\?)"),
    (Intent.CANCEL, r"\b(?:tir[ae]\w*|risca\w*|apag\w+|remov\w+)(?: o)? meu (?:nome|horario) d[ao] (?:agenda|dia|semana)\b|\bmeu nome da agenda\b"),
    (Intent.WAITLIST, r"\b(?:qualquer|alguma|uma|tiver|houver|surgir|aparecer) desistencias?\b|\bse (?:alguem |algum \w+ )?(?:faltar|vagar|nao vier)\b|\bquando (?:abrir|surgir|liberar|vagar) (?:vaga|horario|um)\b"),
    (Intent.CHECK_APPOINTMENT, r"\b(?:ficou|marquei|agendei|e|era|foi)(?: marcad[ao])? (?:para|pra) (?:que|qual) (?:dia|h|horario)\b|\b(?:meu|minha) (?:horario|consulta|sessao|retorno|agendamento)(?: \w+){0,2} (?:que|qual) (?:h|dia|horario)\b|\bcom quem (?:e|vai ser|ficou|sera|eu)(?: a| o)? (?:minha|meu|faco|passo)\b|^(?:mas |e |e a |qual )?(?:e |a |era |ficou |foi |seria |vai ser )?que (?:h|dia)(?: (?:e|era|vai ser|ficou|seria))? ?(?:mesmo)? ?\?$"),
    (Intent.HOURS, r"\b(?:par(?:am|a)|fech\w+|abr\w+|atend\w+|funcion\w+|abert\w+|trabalh\w+)(?: \w+){0,2} (?:pro|para o|para|no|na h d[eo]|h d[eo]|durante o|de|sem) almoco\b"),
    (Intent.PRICE, r"\b(?:dizia|diz|era|tava|ta|e|continua|sai|saia|por|custava)(?: \w+){0,2} (?:r ?\$ ?)?[1-9]\d{2,3}(?: reais)?\b(?! ?(?:h\b|:|/|anos|min|%|ml))(?=.*\?)|\b(?:ainda|continua)(?: \w+){0,3} (?:r ?\$ ?)?[1-9]\d{1,3}(?: reais)?\b(?=.*\?)|\b(?:faz|fazem|deixa|sai) por menos\b|\b(?:faz|fazem) (?:um )?precinho\b"),
    (Intent.PROMO_INTEREST, r"\bpromo\b|\b(?:faz|fazem|deixa|sai) por menos\b|\b(?:faz|fazem) (?:um )?precinho\b|\b(?:ainda|ta|esta)(?: \w+)? (?:valendo|valida)\b(?=[^.!]*\?)"),
    (Intent.PAYMENT, r"\b(?:divid\w+|divisao) (?:em|no|o|a|quantas)\b|\bmulta\b|\b(?:a vista|avista)\b"),
    (Intent.LOCATION, r"\be (?:ai |la |aqui )?n[ao] (?:rua|avenida|av|praca|shopping|predio|centro|bairro|galeria)\b|\b(?:qual|que)(?: (?:e|o))* (?:andar|sala|predio|bloco)\b"),
    (Intent.INFO_PREFERENCE, r"\b(?:ligac\w+|audios?|email|sms|telefonema) nao\b|\bnao (?:gosto de|quero|curto|atendo|ouco|escuto|consigo ouvir|posso ouvir|uso)(?: \w+)? (?:ligac\w+|audios?|telefone|email)\b|\bso (?:pode(?:m)? )?(?:me )?(?:cham\w+|mand\w+|avis\w+|respond\w+|fal\w+|lig\w+)(?: \w+){0,2} (?:por|pelo|no|aqui|depois|ate|antes|das|a partir|mensagem|whatsapp|sms|email|texto)\b|\b(?:manda\w*|mande\w*|envi\w+)(?: \w+){0,3} (?:por|pelo|via) (?:sms|email|mensagem|texto|whatsapp)\b|\bnao (?:me )?lig\w+(?! mais)(?: nao)? ?,? ?(?:so|manda|prefiro|pode|me manda|chama|escrev|melhor)\w*\b|\bprefiro que (?:nao (?:me )?lig\w+|me (?:mand|cham|escrev|avis)\w+)|\bpode escrever\b"),
    (Intent.DATA_RIGHTS, r"\bcomo (?:que )?(?:voces )?(?:conseguiram|pegaram|acharam|descobriram|arrumaram|tem|tem o)(?: o)? meu (?:numero|contato|telefone|whatsapp)\b"),
    (Intent.B2B, r"\b(?:trabalho com (?:marketing|vendas|representac\w+|trafego|midia\w*|social media)|(?:ofere[cç]o|oferecemos|presto|prestamos)(?: \w+)? servicos?|vender (?:para|pra) (?:voces|a clinica)|vendo (?:equip|apare|produt|maqu|laser)\w*|apresentar (?:nossa|nosso|minha|meu|a|o) (?:tabela|produto|proposta|catalogo|portfolio|trabalho|empresa|linha)|para empresas|pra clinicas|para clinicas|revend\w+|franquia|galderma|allergan|merz)\b"),
    (Intent.OFFTOPIC, r"\bcasar comigo\b|\bquanto e \d+ ?[+x*/-] ?\d+|\bviu (?:o|a) (?:jogo|b\b|novela|filme|show)|\b(?:pagode|sertanejo|samba|cantor\w*|campeonato|copa do mundo|astrologia|horoscopo)\b"),
    (Intent.INFO_BOT, r"\bquem (?:e|eh)(?= ?\?)"),
    (Intent.INFO, EXPLAINS),
    (Intent.INFO, r"\b(?:(?:qual|tem|passa|manda|link|segu\w+|ver)(?: \w+){0,3} insta|wifi|wi fi|(?:aceit\w+|pode\w*|tem espaco)(?: \w+){0,2} criancas?|acessib\w+|cadeirante|ar condicionado|banheiro|qual (?:e )?(?:o )?(?:insta|site|zap|email))\b"),
    (Intent.RESCHEDULE, r"\b(?:remarc\w+|remarqu\w+|reagend\w+|adi(?:ar|a|ei|antar|amento)|antecip\w+|posterg\w+|transferir|desmarcar e marcar)\b"),
    (Intent.RESCHEDULE, rf"\b(?:mud\w+|troc\w+|alter\w+|passar|passa|jogar|joga|empurrar|puxar|transfer\w+|mover|modific\w+|antecipar)(?: (?:de|o|a|meu|minha|meus|para|pra|essa|esse|um|pouco))* (?:{_VISIT}|dia|data|horario|hora|outro|outra|segunda|terca|quarta|quinta|sexta|sabado|amanha|semana|tarde|manha)\b"),
    (Intent.RESCHEDULE, r"(?<!marcar )(?<!agendar )(?<!fazer )(?<!do )(?<!da )(?<!de )\b(?:minha|meu) (?:consulta|sessao|horario|agendamento|retorno|avaliacao|procedimento|limpeza|botox)\b.*\b(?:pode ser|tem como ser|da para ser|da pra ser|podia ser|poderia ser|mais (?:cedo|tarde)|outro (?:dia|horario))\b"),
    (Intent.RESCHEDULE, r"\bem vez d[aeo]s?\b.*\?|^outr[ao] (?:data|dia)$|\b(?:posso|consigo|pode|da para|tem como|queria) (?:\w+ )?(?:ir|chegar|vir) (?:mais (?:cedo|tarde)|outro dia|em outro (?:dia|horario))\b|\bvou ter que (?:mudar|trocar)\b|\bmarcar (?:para|pra) outro dia\b"),
    (Intent.CANCEL, r"\b(?:cancel(?:a|ar|e|em|o|ei|amento|amos|ando|ado|arem)|desmarc(?:a|ar|o|ue|quem|ando|ei|uem)|desist\w+)\b"),
    (Intent.CANCEL, rf"\b(?:vou|terei|preciso|precisarei|tenho) (?:\w+ ){{0,2}}faltar\b|(?<!nao vou )\bvou faltar\b|\b(?:nao|num) (?:vou|irei|poderei|posso|consigo|vai dar|vou conseguir|vou poder|vou mais|quero mais)(?: (?:mais|poder|conseguir|dar|ir|eu|mim|para|pra|na|no|a|comparecer|nessa?|minha|meu|fazer))* (?:ir|comparecer|consulta|sessao|mais|{_VISIT})\b|\bnao vou (?:mais )?(?:poder|conseguir|ir)\b"),
    (Intent.CANCEL, r"\bnao (?:quero|vou) mais (?:fazer|o|a|ir|nada)\b(?! contato)|\b(?:remov\w+|tir[ae]|exclu\w+|apag\w+)(?: o| a)? (?:minha|meu) (?:consulta|sessao|horario|agendamento|reserva)\b"),
    (Intent.WAITLIST, r"\b(?:lista de espera|fila de espera|se (?:alguem )?(?:desist\w+|cancel\w+|desmarc\w+|surgir|abrir|aparecer|vagar|liberar)|(?:me )?(?:avis\w+|cham\w+|encaix\w+) (?:se|quando|caso) (?:\w+ )?(?:abr\w+|surg\w+|vag\w+|desist\w+|liber\w+|apare\w+|tiver|alguem|cancel\w+)|alguma desistencia|uma desistencia|caso (?:alguem|surja|abra|apareca|tenha desist\w+))\b"),
    (Intent.LATE, r"\b(?:atras(?:ar|ada|ado|o|adinha|adissima|ando|ei|aremos)|me atrasei|to chegando|estou chegando|chego (?:em|daqui)(?: a)? (?:\d+|uns|umas|poucos|instantes|meia)|chego ja|presa no transito|preso no transito|transito|pneu furou|uns minutinhos|vou demorar|chegar (?:um pouco |uns )?(?:atrasad\w+|depois|mais tarde)|tolerancia)\b"),
    (Intent.CHECK_APPOINTMENT, r"\b(?:quando|que dia|que h|qual (?:e )?(?:o )?(?:dia|horario|h|data)|pra quando|para quando|qual dia)(?: (?:e|que|ta|esta|ficou|foi|mesmo|o|a|era|sera|vai ser|do|da|de|tenho|eu))* (?:(?:minha|meu)(?! (?:mae|pai|filh|marido|espos|irm|chefe|vo|sogr|namorad|amig|trabalho|plantao|folga|aula|escola))|marcad\w+|agendad\w+|marquei|agendei|tenho|proxim[ao] (?:consulta|sessao))\b"),
    (Intent.CHECK_APPOINTMENT, r"\b(?:minhas consultas|meus agendamentos|meus horarios|listar consultas|proximas consultas|meu agendamento (?:ta|esta) (?:certo|confirmado|ok)|(?:ta|esta|ficou|foi) (?:tudo )?(?:confirmad[ao]|marcad[ao]|agendad[ao]|certo)(?: mesmo| (?:a|o|minha|meu) \w+)*(?: .*)? \?|^(?:mas )?(?:nao )?(?:era|e|eh) (?:hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|dia \d+|as \d+)(?: (?:ne|que|mesmo|a|minha|consulta|nao|e))* ?\?|(?:achei|pensei) que (?:era|fosse)|se (?:ta|esta) (?:marcad|confirmad|agendad)\w*|minha (?:consulta|sessao)\b.{0,30}\b(?:confirmad|marcad|agendad|de pe)\w*|que dia (?:eu )?(?:volto|tenho)|(?:eu )?(?:tenho|tem) (?:alguma |algum |uma |um )?(?:consulta|sessao|horario|coisa|agendamento|algo) (?:marcad\w+|agendad\w+|com voces)|esqueci (?:o )?(?:dia|horario|h|quando|que (?:dia|h|horario|data))|que h(?: (?:e|mesmo|era|que e|sera|seria|vai ser))+ \?$|ver (?:meu|minha|o meu|a minha) (?:horario|agendamento|consulta)|consultar (?:meu|minha)(?! agenda)|confirmar (?:o |meu )?horario da minha|nao lembro (?:o |que |qual |quando )(?:dia|horario|h|e|marquei)|(?:e|eh) (?:hoje|amanha) (?:a )?(?:minha|meu))\b|\bminha (?:consulta|sessao) (?:e|ta|esta) (?:que dia|quando|que h|marcada)\b"),
    (Intent.AVAILABILITY, r"\b(?:tem|teria|tinha|ha|haveria|existe|sobrou|conseguem?|consigo|tera|tens|temos|vao ter|vai ter|ve se tem|veja se tem|verifica se tem|ainda tem|tem algum|voces tem|to vendo se tem)(?: (?:algum|alguma|um|uma|mais|ai|ainda|outro|outra|outros|outras|disponivel|so|pra|para|mim|por acaso|o|a|algo|alguma coisa|me encaixar|encaixar))* (?:vaga|vagas|horario|horarios|h\b|hs\b|disponibilidade|disponivel|agenda|data|datas|dia|dias|espaco|encaixe|brecha|lugar|horarinho|livre)\b"),
    (Intent.AVAILABILITY, r"\b(?:quais|que|qual)(?: (?:sao|e|os|as|o|a|dias?|proxim[ao]s?|primeir[ao]s?))* (?:horarios?|dias?|vagas?|h|datas?)(?: \w+){0,3} (?:disponive(?:l|is)|livres?|tem|voces tem|teria|vagos?|sobraram|tem vaga|posso|consigo|seria)\b|\b(?:horarios|datas|vagas|dias) (?:disponiveis|livres|vagos)\b|(?<!tenho )(?<!minha )(?<!terei )\bdisponibilidade\b|(?<!minha )(?<!a minha )\b(?:agenda|semana|dia) (?:(?:muito|ja|ta|esta) )*(?:chei[ao]|lotad[ao])\b|^(?:\w+ )?(?:ta|esta) (?:muito |ja )?(?:chei[ao]|lotad[ao])\b|\bcomo (?:ta|esta|ficou) a agenda\b|\bagenda (?:aberta|livre|de)\b|\b(?:quando|que dia) (?:tem|teria|voces tem|seria|posso|da|consigo|poderia|e possivel)\b(?! .*\b(?:parar|voltar|ver resultado|trabalhar|tomar sol|malhar|sair)\b)"),
    (Intent.AVAILABILITY, r"\b(?:tem|teria|tinha|sobrou|(?<!h )(?<!\d )(?<!dia )da(?! (?:manha|tarde|noite)\b)|rola|consegue|ha|ve se tem)(?: (?:pra|para|algo|alguma coisa|um|uma|vaga|ai|ainda|na|no|em|pro|mais|dia|as|a|o))* (?:hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|domingo|dia \d+|semana que vem|essa semana|as \d+|\d+ h|depois d|antes d|de manha|a tarde|a noite|mais (?:cedo|tarde)|fim de semana|manha|tarde|noite|mes que vem)\b.*\?|\bve se tem\b"),
    (Intent.AVAILABILITY, r"(?:^|[,.!_] ?|\b(?:manha|manhazinha|tarde|noite|h|feira|\d) )(?:voces )?(?:tem|teria)(?: ai)? \?"),
    (Intent.SCHEDULE, r"\b(?:agend(?:ar|e|em|amento|o|ando|amos|inha)|(?<!\ba )(?<!\bda )(?<!\bna )(?<!\bsua )(?<!\bminha )agenda|reserv(?:ar|a|e|o)|(?<!qual )(?<!que )(?<!outra )(?<!qual a )marc(?:ar|a|e|amos|ando|acao|aria)|marque|marquem|bookar|encaixar)\b(?! (?:presenca|gol|passo))"),
    (Intent.SCHEDULE, rf"(?<!nao )\b{_WANT}{_FILL} (?:fazer|faco|realizar|um horario|uma consulta|horario|uma sessao|uma vaga|atendimento|uma avaliacao|passar (?:com|por))\b"),
    (Intent.PRICE, r"\b(?:quanto (?:vai (?:ficar|custar|sair|dar)|custa|custaria|e|eh|fica|ficaria|sai|sairia|ta|esta|voces? cobra\w*|cobra\w*|seria|saiu|vale|cada|da|que (?:e|ta|custa|fica|sai)|por|o|a|pra|para|tá|uma?|pago)|(?:o |qual |qual o |quais |os |saber |me (?:passa|fala|diz|manda) )(?:o |os |a )?(?:precos?|valor(?:es)?|custo|orcamento|tabela)|(?<!esse )(?<!este )(?<!desse )(?<!aquele )(?<!o )precos?|(?<!esse )(?<!desse )valor(?:es)?|(?<!meu )orcamento|tabela de (?:precos|valores)|cust[ao]\b|(?<!demora )(?<!dura )(?<!leva )(?<!demoram )(?<!duram )quanto\b(?= ?\?)|quantos? reais|cobra\w*|caro(?=[^.!]*\?)|carinho(?=[^.!]*\?)|barato|mais em conta|precinho|investimento)\b(?!.*\b(?:valorizo|cobraram|cobranca)\b)"),
    (Intent.PROMO_INTEREST, r"\b(?:promoc\w+|desconto\w*|cupom|cupons|oferta\w*|combo\w*|black friday|condicao especial|pacote promocional|campanha|brinde|cashback|tem pacote|cortesia|(?:faz|fazem|deixa\w*|consegue\w*) mais barato|aproveitar)\b"),
    (Intent.PAYMENT, r"\b(?:parcel\w+|cartao|credito|debito|pix|dinheiro (?:vivo|em especie)|boleto|convenio|plano de saude|unimed|forma\w* de pagamento|pagamento|pagar|pago (?:como|no|em|na|antes|depois|adiantado)|aceita\w* (?:cartao|pix|convenio|plano|vale|dinheiro)|em (?:quantas )?\d* ?(?:x|vezes)|nota fiscal|recibo|sinal|entrada (?:de|minima)|link de pagamento|chave pix|juros|reembolso do plano|taxa)\b(?!.*\bdinheiro de volta\b)"),
    (Intent.LOCATION, r"\b(?:endereco|onde (?:fica|ficam|e|eh|voces|esta|estao|q|que|vcs|tem|atende\w*)|aonde (?:fica|e|voces)|localizac\w+|como (?:chego|chegar|faco pra chegar|que chega|vou|faz para chegar)|estacionamento|estacionar|parar o carro|qual (?:o )?(?:bairro|endereco|rua|local|ponto de referencia)|que (?:bairro|rua|cidade|andar|lugar)|perto d[aeo] (?:metro|shopping|onde|quem)|metro|maps|ficam? (?:em|no|na|perto|onde|muito longe|longe)\b(?! (?:aberto|duvida|pe|casa|pix|cartao|dinheiro|total|debito|credito|valor|nome|promo\w*|boleto|minha|meu))|em que (?:rua|bairro|lugar|cidade)|ponto de referencia|manda a localizacao|onibus|unidade (?:em|no|na|de|mais)|voces sao de onde|de onde voces)\b"),
    (Intent.HOURS, r"\b(?:horario de (?:funcionamento|atendimento|abertura)|que h (?:abre\w*|fecha\w*|voces|comeca|vai|funciona\w*)|ate que h|(?<!me )(?:abre\w*|fecha\w*|funciona\w*|atende\w*|trabalha\w*)(?: (?:de|no|na|nos|aos|as|aqui|hoje|amanha|ate|que|em|a|voces|ai|tambem))* (?:sabado\w*|domingo\w*|feriado\w*|noite|noturno|fim de semana|finais de semana|tarde|cedo|h|hoje|amanha|segunda|terca|quarta|quinta|sexta|almoco|24|que h|quando|\d+|carnaval)|(?:estao|tao|voces estao|ta(?=[^.!]*\?)) (?:abert[oa]s?|funcionando|fechad[oa]s?)|(?:abre\w*|fecha\w*) (?:que|as|a|quando|\?)|dias de (?:funcionamento|atendimento)|(?<!como )(?<!que )(?:abre|abrem|funciona|funcionam|atende|atendem)(?: ai)?(?= \?)|consultar horarios|qual (?:e )?(?:o )?horario (?:d[aeo]|de|que|voces))\b"),
    (Intent.INFO_BOT, r"\b(?:(?:voce|isso|aqui|esse|to falando com|estou falando com|falo com|falando com|e|eh|seria)(?: (?:e|eh|um|uma|o|a|so|mesmo|com|algum|alguma|parece))* (?:robo|bot|maquina|inteligencia artificial|ia\b|ser humano|humano|humana|pessoa(?: de verdade| real| mesmo)?|gente(?: de verdade)?|de verdade|real|automatic[ao]|chatgpt|gpt|assistente virtual|ser \- humano|atendente virtual)|am i talking|are you a (?:bot|robot|human)|qual (?:e )?(?:o )?seu nome|modelo de ia|(?:qual|que) ia\b|quem (?:e voce|ta falando|esta falando|fala(?= ?\?))|como voce (?:se chama|funciona)|voce e (?:o|a) bot)\b"),
    (Intent.INFO_PREFERENCE, r"\b(?:nao quero receber|prefiro(?: receber)?|so (?:aqui|por aqui)|(?:melhor|pode)(?: me)? (?:falar|chamar|mandar|avisar)|nao (?:me )?lig\w+|sem ligac\w+|pode ligar|me lig\w+ (?:so|depois))(?: \w+){0,6} (?:email|whatsapp|sms|telefone|ligac\w+|mensagem|por aqui|audio|por escrito|texto)\b|\bnao (?:me )?(?:manda\w*|envi\w+|mande\w*) audio\b|\bnao (?:posso|consigo) (?:ouvir|escutar) audio\b|\bso aqui no whatsapp\b|\bnao (?:me )?lig\w+ ?,? (?:so|manda|prefiro|pode)\b|\bme avis\w+ por (?:email|sms|mensagem|whatsapp)\b"),
    (Intent.DATA_RIGHTS, r"\b(?:lgpd|(?:apag\w+|exclu\w+|delet\w+|remov\w+|elimin\w+)(?: (?:conta|e|todos|todas|os|as|o|a|meus|minhas|meu|minha|tudo|de mim|sobre mim|seus))* (?:dados|informac\w+|cadastro|historico|fotos|prontuario|registro\w*|conversas?)|direito (?:ao|de) (?:esquecimento|exclusao)|protecao de dados|meus dados (?:pessoais|apagados|exclu\w+)|(?:corrig\w+|atualiz\w+) (?:os )?meus dados|encarregado de dados|dpo|com quem (?:voces )?compartilha\w*|como voces conseguiram meu|quem (?:te |passou |deu )+ ?meu (?:numero|contato)|de onde (?:voces )?(?:tiraram|pegaram|conseguiram) meu)\b"),
    (Intent.DATA_REQUEST, r"\b(?:(?:copia|acesso|quais|que|ver|relatorio|exportar|solicito|quero)(?: (?:de|aos|dos|os|todos|a|dados|voces|tem|o que|as|uma|meus|minhas))* (?:meus dados|dados (?:voces )?(?:tem|guardam|meus)|meu prontuario|minhas informacoes|meus registros)|o que voces (?:tem|sabem) (?:sobre|de) mim|meu prontuario|minha ficha|meus exames|que dados)\b"),
    (Intent.MEDICAL_QUESTION, r"\b(?:doi|dolorid\w+|dor|doe|doer|(?<!depilacao )definitiv[ao]|permanente|sangra|anestesi\w+|incha|quanto tempo (?:\w+ ){0,4}?(?:recuper|cicatriz|desinch|sumir|some\b|passar|voltar|ver\b|sarar|poder|posso|parar|fica)\w*|efeitos? colatera\w+|contra ?indic\w+|cicatriz\w*|recuperac\w+|(?:ver|da|demora|quando|tem|sai|aparece)(?: o| os)? resultados?|(?:quantas|quantos|qtas) (?:sess\w+|ml|unidades|seringas|aplicac\w+)|posso (?:parar (?!o carro)|fazer|tomar|malhar|beber|treinar|ir|pegar|dirigir|trabalhar|usar|aplicar|passar|dormir|me maquiar|lavar|depilar|tomar sol|viajar|voltar)(?!(?: \w+){0,3} (?:pix|cartao|agendamento|pagamento|remarc\w+|horario))|(?:pode|tem problema) (?:fazer|tomar|malhar|beber|treinar|pegar|usar|aplicar|se (?:maqui|depil|expor|bronze)\w*)|tem problema se|faz mal|pode dar (?:errado|problema|ruim)|e seguro|tem risco|riscos?|cuidados|pos (?:procedimento|operatorio|botox|peeling)|(?:e|seria|qual|mais) indicado(?=[^.!]*\?)|indicam|indica para|serve para|funciona (?:para|pra|mesmo|em)|resolve|qual (?:e )?(?:o )?(?:melhor|indicado|mais indicado)|a partir de (?:que|qual) idade|tirar (?:manchas?|rugas?|olheiras?|papada|estrias?|celulite)|vermelho depois|preciso (?:ficar|parar|tomar|fazer) (?:de |em )?(?:repouso|jejum)|jejum|raspar|depilar antes|fica (?:roxo|vermelho|inchad\w+|marcas?|natural)|da tempo de fazer|ainda da tempo)\b"),
    (Intent.INFO, r"\b(?:prepar(?:o|acao)(?= ?(?:\?|para|pra|antes|do|da))|(?:precis[ao]|tenho que|devo)(?: de)? (?:levar|trazer) (?:algo|alguma|o que|documento|exame)|o que (?:eu )?(?:levo|(?:preciso|tenho que|devo) levar)|(?:qual|passa|manda|tem)(?: (?:o|e|um|algum|me|seu|numero|do|de))* (?:telefone(?: fixo)?|fixo) (?:d[aeo]|para|pra|voces)|(?:posso|consigo|da para|da pra) ligar|(?:tirar|tira|tire) (?:uma?s? )?duvidas?|(?<!pelas )(?<!pela )informac\w+|mais detalhes|saber (?:mais|sobre|d[aeo])\b|explic\w+|gostaria de saber|queria saber|tirar uma duvida|tenho uma duvida|uma duvida|como (?:que )?funciona|voces (?:fazem|trabalham com|tem|oferecem|realizam|atendem)|fazem|faz (?:ai|voces)|(?:pode|posso|da para|da pra) (?:levar|trazer|ir com|ir acompanhad[ao])|atende\w* (?:homem|homens|crianca\w*|masculino)|quem (?:faz|aplica|e (?:a|o) (?:dra?|medic\w+|profissional|doutora?))|qual (?:a )?(?:marca|profissional|dra|aparelho|produto)|que (?:procedimentos|servicos|marca)|quais (?:os )?(?:procedimentos|servicos|tratamentos)|lista de (?:procedimentos|servicos)|catalogo|portfolio|(?:tem|ver|mand\w+|mostr\w+|quero|cade|envia\w*|queria)(?: \w+){0,3} antes e depois|posso (?:levar|ir com|ir acompanhad[ao])|instagram|site|estacionamento|tem fotos?|resultados|ver fotos|me manda (?:mais )?(?:info|informac\w+|detalhes|o link)|o que voces (?:fazem|tem))\b"),
    (Intent.COMPLAINT, r"\b(?:reclamac\w+|reclamar|procon|processar|dinheiro de volta|insatisfeit\w+|pessim[ao]|absurdo|decepcion\w+|falta de respeito|mal atendid\w+)\b"),
    (Intent.B2B, r"\b(?:parceria|(?:somos|sou de) (?:uma? )?(?:agencia|empresa|fabrica|distribuidora)|oferecer (?:os )?noss[oa]s|oferecemos|ofereco (?:servicos|produtos)|servicos de marketing|representante|fornecedor\w*|distribuidor\w*|proposta comercial|vendo|nossa empresa|minha empresa|somos da empresa|sou da empresa|falo da empresa|influenciador\w*|influencer|permuta|divulgar (?:sua|a) clinica|curriculo|vaga de (?:emprego|trabalho|esteticista|recepcionista)|trabalhar (?:com voces|ai)|estao contratando|contratando|emprestimo|maquininha|marketing digital|trafego pago|google ads|seo|gestao de redes|responsavel pel[ao] (?:compras|marketing|financeiro)|setor de compras|orcamento de equipamentos|software para clinicas|alugar sala|sublocar|contador|cnpj|publi|imprensa|jornalista)\b"),
    (Intent.OFFTOPIC, r"\b(?:piada|futebol|flamengo|corinthians|palmeiras|jogo (?:do|de|hoje)|time (?:voce|do brasil)|(?:que|qual)(?: (?:e|o|a))*(?: seu)? time|receita de|bolo|pizza|lanche|hamburguer|comida|filme|serie|musica|playlist|novela|signo|horoscopo|religiao|(?:acredita|existe|cre)(?: em)? deus|catolico|ateu|crente|politica|lula|bolsonaro|presidente|eleicao|previsao do tempo|como (?:ta|esta) o tempo|vai chover|capital d[aeo]|loteria|mega sena|tigrinho|bicicleta|bikes?|carro|iphone|celular usado|cachorro|gato|pet|namora\w*|casa comigo|solteir[ao]|cor (?:favorita|da sorte)|qual (?:a )?(?:melhor )?cor|que cor|dever de casa|licao de casa|matematica|bitcoin|cripto|dolar|noticias?|fofoca|bbb|big brother|quem ganhou|traduz\w*|trabalho d[ae] (?:escola|faculdade)|bandidos?|mesa para|shampoo)\b"),
    (Intent.THANKS, r"\b(?:obrigad\w+|valeu|agradec\w+|grat[ao]|gratidao|brigad\w+|thanks|thank you|merci|deus (?:(?:te|lhe|os|as|a|o) )?(?:abenco\w+|pague|lhe pague)|muito gentil)\b|🙏"),
    (Intent.BYE, r"\b(?:tchau|(?:fica|fique|fiquem|va|vai) com deus|ate (?:mais|logo|breve|amanha|la|outra|a proxima|segunda|terca|quarta|quinta|sexta|sabado)|adeus|fui(?= *(?:$|[^\w\s]))|beijos?|beijinhos?|abracos?|bye|see you|(?<!ela )(?<!ele )(?<!moca )(?<!voce )(?<!me )(?<!atendente )falou(?= *(?:$|[^\w\s]))|bom (?:fim de semana|descanso|feriado)|boa (?:semana)|to indo nessa|namaste|bo[mn]s? (?:fim|final) de semana|otimo (?:dia|fim de semana)|tenha um(?:a)? (?:bom|boa|otim[ao]) (?:dia|tarde|noite|semana))\b"),
    (Intent.GREET, r"\b(?:oi|ola|e ai|bom dia|boa tarde|boa noite|hey|hi|hello|opa|alo|salve|tudo (?:bem|bom|joia)|tudo certo \?|como vai|good (?:morning|evening)|hola|fala (?:ai|tu)|saudac\w+|feliz (?:natal|ano novo|pascoa|dia)|oie+)\b"),
)  # fmt: skip

_OTHER_TIMES = r"\b(?:(?<!pra )(?<!para )outr[ao]s? (?:horarios?|h|dias?|datas?|opc\w+|vagas?|data)|(?<!jeito )(?<!maneira )(?<!forma )(?<!modo )(?<!problema )(?<!duvida )(?<!objecao )(?<!alteracao )(?<!ressalva )(?<!perigo )nenhum(?:a)?(?! (?:problema|duvida|impedimento|objec|chance|interesse))(?: (?:desses|dessas|deles|delas|d[aeo]|serve|da|me serve|esses|essas|horario|opcao))?|mais (?:opc\w+|horarios)|tem (?:mais|outr[ao]s?)|nao (?:consigo|posso|da|quero|serve|gostei|rola) (?:em )?(?:nenhum\w*|ness\w+|ess\w+)|algo diferente|so (?:tem )?(?:esses|essas|isso))\b"

_POSITIVE = r"\b(?:amei|adorei|perfeit\w+|maravilh\w+|excelente|otim[ao]|lind[ao]|obrigad\w+|feliz|gratidao|show|top|parabens|incrivel|ansiosa|amo|sensacional|satisfeit\w+|recomendo)\b|[😍🥰❤💕💖😊🙏💋👏🤩😘]"
_NEGATIVE = r"\b(?:pessim[ao]|horrivel|odiei|detestei|absurdo|decepcion\w+|insatisfeit\w+|raiva|irritad\w+|ridicul\w+|lixo|descaso|desrespeit\w+|nunca mais|nao gostei|ruim|demorad\w+|chatead\w+|triste|cansei|reclam\w+|procon|enganad\w+|merda|nervos[ao])\b|[😡🤬😠😤😞😢👎😭]"

# "sem atraso", "não vou atrasar", "nunca atraso"
_ON_TIME = r"\b(?:sem|nao|num|nunca|nem)(?: (?:vou|posso|quero|gosto de|costumo|me|nenhum|mais|pode|podem|vai))* (?:atras\w+|demorar)\b"
# "não quero marcar", "não marca não": no wish to book, unless it is asked.
_UNBOOKED = (
    r"\b(?:nao|num|nem) (?:(?:quero|queria|vou|precisa|preciso|pretendo|desejo|mais|me|e para|e pra|pode|podem|eu) )*(?:marc|marqu|agend|reserv)\w*(?! [^.!]*\?)|"
    r"\b(?:marc|marqu|agend|reserv)\w* nao\b|\bfazer o (?:que|possivel)\b"
)
# "já cancelei isso": told, not wished.
_ALREADY = r"\bja (?:tinha |havia |foi |tava |estava )?(?:cancel|desmarc|remarc)(?:ei|ou|ado|ada|amos|aram|quei)\b|\b(?:cancelei|desmarquei)\b"
_ROOM = r"\b(?:espaco|lugar|sala|vaga)s? (?:pras?|pros?|para) (?:(?:a|o|as|os|meus?|minhas?|deixar|parar) )*(?:el[ae]s?|crianc\w+|filh\w+|menin\w+|esper\w+|carro|moto|estacion\w+)\b|\bou nao tem vaga\b"
# What an intent's rules must not see.
_VIEWS: dict[Intent, Callable[[Line], Line]] = {
    Intent.MEDICAL_QUESTION: lambda line: _hidden(line, EXPLAINS),
    Intent.CANCEL: lambda line: _hidden(without_kept(line), _ALREADY),
    Intent.RESCHEDULE: lambda line: _hidden(without_kept(line), _ALREADY),
    Intent.LATE: lambda line: _hidden(line, _ON_TIME),
    Intent.SCHEDULE: lambda line: _hidden(line, _UNBOOKED),
    Intent.AVAILABILITY: lambda line: _hidden(line, _ROOM),
    Intent.PAYMENT: lambda line: _hidden(line, r"\bquanto (?:\w+ ){0,3}pagar\b"),
}


def read_intents(line: Line) -> tuple[frozenset[Intent], tuple[RuleHit, ...]]:
    """Every intent some rule sees, before they are weighed against each other, and what each rule saw."""
    found: dict[Intent, RuleHit] = {}
    for intent, pattern in RULES:
        if intent in found:
            continue
        view = _VIEWS[intent](line) if intent in _VIEWS else line
        match = rx(pattern).search(view.norm)
        if match:
            found[intent] = line.hit(f"intents.{intent.value}", match.start(), match.end(), intent.value)
    for seen in phrases().all(line):
        intent = intent_of(seen.rule)
        if intent not in found:
            found[intent] = line.hit(f"asks.{intent.value}", seen.start, seen.end, intent.value)
    asked = read_person(_without(line, Intent.INFO_BOT))
    if asked:  # "você é uma pessoa?" asks about Anna, it asks for nobody
        found[Intent.HUMAN] = asked
    erased = read_erasure(line)
    if erased:
        found.setdefault(Intent.DATA_RIGHTS, erased)
    return frozenset(found), tuple(found.values())


def _hidden(line: Line, pattern: str) -> Line:
    for match in rx(pattern).finditer(line.norm):
        line = line.hide(match.start(), match.end())
    return line


def _without(line: Line, intent: Intent) -> Line:
    for seen, pattern in RULES:
        match = rx(pattern).search(line.norm) if seen is intent else None
        if match:
            line = line.hide(match.start(), match.end())
    return line


def wants_other_times(line: Line) -> bool:
    """Whether none of what was offered suits."""
    return line.find(_OTHER_TIMES) is not None


def read_sentiment(line: Line) -> Sentiment:
    """How the message sounds; a complaint outweighs a thank-you."""
    if line.find(_NEGATIVE):
        return Sentiment.NEGATIVE
    return Sentiment.POSITIVE if line.find(_POSITIVE) else Sentiment.NEUTRAL
