"""What the clinic has to know before it does anything, as phrases: pregnancy, age, illness and medicine, and what only a physician may say."""

from __future__ import annotations

PREGNANCY = """
PREGNANT ~ fotos|ensaio|book ~ trabalh*|curso|atendo .. gestante* ~ quando|enquanto|epoca .. tava|estava|era|fiquei|tive PREGNANT
engravid* ~ engravid* ?em NUMBER ~ NOT .. engravid* ~ engravidei .. anos|19|20|2020|2021|2022|2023|2024
amament*|lactante|lactacao|amamentando|aleit* ~ parei|parou|acabei .. amament* ~ quando .. amament*
dou|dando|dar|da|deu|dava mama|mamar|peito|leite|teta ~ parei .. dar
mama|mamando|mamar ... peito|leite|ainda|bebe|nenem ~ mama operada
BABY|bebezinha|recem|nascido ... no|na|do peito|seio|teta ~ dor|dormir
barriga|barrigao|barriguinha .. grande|enorme|crescendo|cresceu|redonda|apontando|aparecendo ... NUMBER semanas|meses ~ ha|faz|em|depois
leite materno|peito
passa|passar|vai|prejudica .. leite
meu|minha|de|o BABY .. mama|mamando|mamar
to|estou|descobri|estamos .. esperando ?o ?a ?meu ?minha primeir*|segund*|terceir*|quart* ~ horario|lembrete|retorno|h|dia|email|mensagem|sessao|turno|pix|boleto|mes|semana|encontro|marcar
esperando|espero|esperamos|gerando|carregando ?um|uma ?primeir*|segund*|terceir*|quart*|outr* BABY ~ esperando .. sair|escola
bebe ?a caminho|barriga|ventre
vem|vindo|chegando|chega|encomend* ?um ?uma ?outro ?mais BABY|bebezinho ?por ai|breve|ano|mes|logo ~ levar|junto|comigo|sair|escola
vou ser mae ?de ?novo ~ NOT vou
tentante|tentantes
tentando|tento|tentar|quero|vou|pretendo|querendo|planejo|planejando|pensando ?em engravidar
tentando|tento|querendo|quero|planejando ter ?outro bebe|nenem ~ horario
fiv|inseminacao|fertilizacao|embriao|embrioes ~ anos
meu leite ~ leite rosas
tratamento ... engravidar|fertilidade
puerper*|barrigao|resguardo|puerperio|posparto
ASK ... aborto|abortei|curetagem ~ tem|quanto anos|tempo ~ anos
aborto|abortei|curetagem ... ASK ~ anos
recem parida|nascid* ~ presente|sobrinh*
pos parto
parto|cesar*|cesaria ... dias|semanas|semana|mes|meses|posso|pode|quando|pontos ~ anos
pari ... ?ha ?faz dias|semanas|semana|mes|meses|ontem|agora
tive|ganhei|ganhou|ganhar|teve ?um|o|meu bebe|nenem ~ anos|presente|sobrinh*
tive ?meu filho|filha ... dias|semanas|mes|meses ~ anos
acabei de ganhar|parir|ter BABY
dei a luz
STATE de NUMBER semanas|semana|meses|mes ~ semanas|meses|mes de|do ferias|curso|licenca|atraso|casad*|namoro|contrato|tratamento|dieta
STATE de NUMBER sem ,|.|posso|pode|e|da
STATE de NUMBER sem $
BABY ... mamando|mama|mamar ~ cachorr*
barriga de NUMBER meses|semanas
STATE com NUMBER semanas|semana|meses|mes $
STATE ?com|de NUMBER semanas|semana|meses|mes ... posso|pode|podia|permitid*|e|ja|gest*|grav*|bebe|nenem|barriga|filho|drenagem|fase|primeiro|segundo|terceiro|quarto ~ faz|ha|desde ~ sem .. menstruar ~ atras*
NUMBER semanas|meses|mes de|da gest*|grav*|barriga
menstru*|regra|regras|ciclo|monica|chico .. atrasad*|atrasou|atraso|sumiu ~ colica|consulta
menstru*|regra|regras|monica|chico .. NOT .. veio|vem|desceu|desce|chegou|chega|apareceu
NOT .. veio|desceu|vem|desce .. menstru*|regra
to|estou|tenho|tava|com ?com NUMBER semanas|semana|meses|mes de atraso ~ boleto|pagamento|parcela*|fatura|aluguel|retorno|sessao|manutencao|conta*
atrasou|atrasad* .. NUMBER dias|semanas|semana|meses|mes ... teste|risquinho*|posso|gravid* ~ consulta|h
2 risquinho*|risco|riscos|listrinha*|tracinho*|risquinhos|barrinha*|linha|linhas
positivo ... teste|exame
teste|beta|exame ... positivo|positivou|risquinho* ~ covid|dengue|hiv|chikungunya
suspeit*|acho|desconfi*|sera ... gravida|gravidez|gestante
hcg
cheguei|barriga primeiro|segundo|terceiro trimestre
posso|pode|podem|mal|problema|perigo|risco|atendem|da ... no|ao ORDINAL mes ~ ano|pacote|parcel*|aniversario
to|estou|entrei|entrando|cheguei|completei ?ja ?no ?o ORDINAL mes ~ ano|pacote|parcel*|pag*|tratamento|contrato|curso|estagio|experiencia|namoro
ORDINAL mes ... posso|pode|podem|mal|problema|atendem ~ ano|pacote|parcel*|pag*
BABY .. nascer|nasce|nasca ... posso|pode|podem|da|antes|agora|atendem|tem|ate|? ~ sobrinh*|neta|neto|prim*|amig*|irma|cunhad*|vizinha
BABY .. nascer $
posso|pode|quero|falta|faltam|antes ... BABY .. nascer|nasce|nasca ~ sobrinh*|neta|neto|prim*|amig*|irma|cunhad*|vizinha
carrego|gero|tenho .. BABY .. barriga|ventre
primeiro|segundo|terceiro|ultimo|1|2|3 ?o trimestre ~ fatura*|curso
"""

MINOR = """
tenho|com|de|tem|fiz|faco|completei|idade|fez|esta|completa|faz|completo|completou ?so ?apenas ?uns YOUNG anos|aninhos|aninho ~ casad*|experiencia|clinica|formad*|profiss*|namoro|parceria|empresa ~ TEEN anos ?de casad*|experiencia|clinica|formad*|profiss*|namoro|parceria|empresa ~ TEEN anos atras|que|sem
tenho ?so ?apenas ?quase YOUNG $
tenho ?so ?apenas ?quase YOUNG mas|e|posso|qual|quanto|quero|queria|,|.|?|! ~ YOUNG , NUMBER
menor|menores ?de idade|18
de|sou|e|ela|ele|dimenor menorzinh*|dimenor|demenor
sou|e|ainda|ela|ele de|di menor ~ preco|valor|menor preco|valor|que|duracao|dor|custo
sou|ainda menor ~ menor que|do
KIN ... YOUNG anos|aninhos|aninho
pra|para|pro .. , YOUNG anos|aninhos|aninho ~ casad*|experiencia|formad*|faz ~ festa|aniversario|baile|niver|debutante
KIN ... SMALL anos|aninhos|aninho ... quer|precisa|pode|atend*|nela|nele|fazem|tratar|depil*|faz
pra|para|da|do|na|no KIN ... SMALL anos|aninhos|aninho
pro|consulta|consultar|marcar|atender|avaliar KIN de|com|tem|fez|, SMALL ?anos ?aninhos ?aninho ~ casad*|h|:|/|sess*|meses .. casad* ~ filh* .. quero|queria .. mim
^ ?mas ?e ?so ?ja ?ainda ele|ela ?so ?ja ?ainda tem|faz|fez|completou SMALL|YOUNG ?anos ?aninhos ?so $ ~ ?
atend*|fazem|faz|pode|idade ... KIN .. SMALL
KIN ?que de|tem|com|faz|fez|esta|completa|vai|fazendo ?so ?fazer ?apenas YOUNG ~ TEEN h|:|/|sess*|meses|semanas|dias|min|%|reais|de|km
vou|vai|faco|faz|completo|completa fazer|completar ?so YOUNG|18 ~ 18 h|:|/|sess*|dias|reais|de|procedimento* ~ fazer YOUNG|18 sess*|h|reais|dias|unidades|ml
faco|completo YOUNG|18 anos|mes|em|no|so|semana|amanha|dia ~ casad*
NOT ?tem|tenho|fez|fiz|completei|completou|fizemos|alcancei ?ainda 18 ~ 18 h|reais|sess*|:
so|ate faco|fazer|completo|faz|completa|fizer 18 ~ 18 h|sess*|procedimento*
quase|faltando ?pra ?para 18 ~ 18 h|reais|dias|min|:|%
^ ?com ?e ?quem ?tem YOUNG ?anos ?ja ?ainda ?so precisa|preciso|pode|posso|tem ?de ?da ?do ?a ?o ?ir ?levar ?com ?sem ?que mae|pai|pais|responsavel|responsaveis|autorizacao|sozinh*
mae|pai|pais|responsavel|autorizacao|sozinh* ... com|tem|tenho|faz|fiz YOUNG ?anos ?so $
ela|ele|namorad*|amiga|amigo|prima|primo ?so ?ja ?ainda ?que tem|faz|fez|completou|com YOUNG ?anos .|;|!|?|,|eu|precisa|preciso|pode|posso|da|voces|atende*|posso|ai|mas|quer|queria ~ YOUNG h|:|/|sess*|meses|semanas|dias|min|%|reais|km ~ TEEN anos ?de casad*|experiencia|clinica|formad*
^ ANY ?ANY ?ANY , ?ela ?ele ?tem ?de YOUNG anos|aninhos $
KIN ?que ?, de|com|tem|fez YOUNG anos|aninhos|quer|queria|precisa|precisava|pode|podia|vai|gostaria|fazer|marcar|depil*|consegue|PROC ~ TEEN anos ?de casad*|experiencia|clinica|formad*|profiss*|namoro ~ anos atras|que
KIN (|, TEEN )|,|anos
KIN ... , YOUNG ,|mas|e
KIN ... , YOUNG $
falta|faltam .. 18 ~ 18 h|reais|dias|min
maioridade
adolescente|adolescentes|adolescencia|criancinha ~ desde|tive|na|fui|quando|curso .. adolescencia ~ cara|parece* .. adolescente
atend*|fazem|pode|podem|aceita*|pra|para ?uma ?em crianca|criancas ~ desde|quando|fui|era|levar|leva|ir|ficar|acompanh*|brinquedoteca|escola|espaco|sozinh*|deixar|junto|dia|festa|trazer|tenho ~ virar crianca|feliz ~ aula|aulas|professora|professor|trabalh* ~ aceita|entra|pode .. crianca
e ?uma|um adolescente|crianca
atend*|fazem|faz|pode*|aceita* ... adolescente*|menores ~ levar
filh* menor|menores ~ levar|espaco|esper*|ficar|junto|deixar|brinquedoteca|tenho
autorizacao|autoriza|autorizar|assin*|permissao|consentimento|autorizou ... pais|mae|pai|responsave*|responsavel ~ exame
sem ?a ?o pais|mae|pai saber|autorizar|presente|junto|autorizacao|permissao
escondid* .. pais|mae|pai
pais|mae|pai NOT .. saber|sabe|sabem|descobrir|descubra
^ ?hi ?oi estou YOUNG ,|e|posso
^ ?hi ?oi estou YOUNG $
mae|pai|mainha|painho|pais|vo ... deixa|deixou|deixam|autoriza|autorizou|assina|libera|liberou|permite|permitiu ... ?eu ?posso ~ marido ~ dinheiro|presente ~ deixa|deixou .. dinheiro|recado|carro|fogao|ligado|aberto|panela|sozinh*
GRADE ano|serie|periodo ~ pass*|ultimo|vez|todo|proximo|fim ~ GRADE ano .. faculdade|curso|namoro|casad*|trabalho|contrato
GRADE ano|serie ... escola|medio|fundamental|colegio
estudante .. fundamental|medio|ginasio|colegio
em crianca|criancas
ensino medio|fundamental ~ terminei|professor*|dou|conclui|acabei|completo|colega*|estudou|estudamos|estudei|anna|lembra*|epoca|tempo
terceirao|terceirinho|cursinho ... YOUNG anos
escola|colegio|aula|aulas|prova|provas|vestibular|terceirao ... YOUNG anos ~ professor*|trabalh*|casad*|filh*
KIN ... ele|ela ?ainda ?so ?apenas tem|faz|completa|esta|ta|fez ?so ?apenas ?com YOUNG ~ YOUNG h|:|/|sess*|meses|semanas|dias|min|%|reais|de|km
ela|ele so|apenas|ainda|nem tem|fez|completou ?so YOUNG ~ YOUNG h|:|/|sess*|meses|semanas|dias|min|%|reais|km
mais novo|nova|novinh* .. faz|tem|completa|fez|de YOUNG ~ YOUNG h|:|/|sess*
ela|ele|filha|filho|neta|neto|sobrinha|sobrinho|menina|menino|amiga ?se ?dela ?e ?se chama|chamada|nome ... ?, ?ela ?ele ?e tem|com|de YOUNG ?anos $ ~ YOUNG h|:|/|sess*|meses
GRADE ?ano ?do ?de medio|colegial ~ preco|custo|tempo|prazo
colegial ~ terminei
estud*|to|esta|ainda|colegio .. escola ~ trabalho|professor*|filho .. escola ~ quando|enquanto
debutante|debutar ~ trabalho
festa|baile ?dela ?de 15 ~ sobrinha|convidad*|madrinha|mae|dia
ela|filha|ele|filho ... nasceu ?em 2009|2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020
sou|nasci|nascida|nascido ?em ?de 2009|2010|2011|2012|2013|2014
"""

CONTRAINDICATION = """
certo|combina|combinar|misturar|conflito|problema|atrapalha|interfere|ruim|perigo .. com|o|a DRUG|vitamina|creme*|pomada*|serum|clareador ... uso|tomo|passo|usando|tomando|passando|aplico ~ NOT uso|tomo|passo ~ voces usam
DRUG|serum|clareador .. uso|tomo|passo|usando|tomando|passando|aplico ... combina|conflito|problema|atrapalha|interfere|posso|pode|parar|suspender ~ NOT uso|tomo|passo ~ voces usam
TAKE .. DRUG ~ NOT tomo|uso|tomando ?nenhum DRUG ~ NOT .. DRUG ~ remedio dor ~ devo|preciso|posso ?eu continuar|parar|suspender|tomar
remedio*|medicament*|medicac* ... ASK .. fazer|laser|botox|peeling|preenchimento|microagulhamento|drenagem ~ qual|que|indic*
tenho|uso|tomo|sofro|com ANY ... contraindic*|interfere|atrapalha ~ NOILL ~ NOT tenho
tenho ?muito melasma ... posso|pode|piora|problema|contraindic*|da ~ trata*|resolve|qual|tirar|clare*|melhora
menstruad* ... posso|pode|problema|da|rola|atrapalha
HAVE .. ILLNESS ~ NOT .. HAVE .. ILLNESS ~ pressao psicologica|trabalho|chefe|agua ~ coracao NOHEART ~ esse|este|um coracao ~ NOT .. ILLNESS ~ acha|achas|acho|sera|saber .. tenho ~ SKIN ... trata*|tratar|indicam|indicado|melhora|resolve|qual ~ ILLNESS ?a|de nada|nenhum*|ninguem
portador*|historico|diagnostic*|descobr* ... ILLNESS|doenca
ILLNESS ... ASK .. fazer|ir|laser|botox|peeling|marcar|aplicar|drenagem|preenchimento|limpeza|microagulhamento|criolipolise ~ NOT tenho|tem|sou ~ coracao NOHEART ~ quero|preciso tratar
quem|pra|para|pessoa ?que ?tem ?e|teve ILLNESS ~ pomada|creme|remedio|melhor .. ILLNESS ~ tratamento|tratar|indicado|indicam ~ coracao NOHEART
SHE .. tem|teve|e|usa|faz ... ILLNESS ~ superou ~ pressao ?de trabalho
roacutan|isotretinoina|quimioterapia|quimio|radioterapia|marcapasso|acutan|anticoagulante*|marevan|xarelto ~ receita|receitar|receitam|prescrev*|receite|vendem ~ devo|preciso|tenho parar|suspender
litio|varfarina|eliquis|clexane|heparina|enoxaparina|clopidogrel|metotrexato|imunossupressor*|prednisona|tamoxifeno|humira ~ NOT tomo|uso ~ receita|receitar|prescrev*|vendem ~ parei .. ano|anos
DRUG ... posso|pode|poderia|da|rola|problema|risco ?ainda ?mesmo ?eu fazer|marcar|agendar|ir|aplicar|PROC ~ acido ~ NOT .. DRUG ~ PROC .. DRUG ~ devo|preciso parar|suspender ~ receita
psiquiatra|cardiologista|reumatologista|oncologista|hematologista|endocrino|neurologista .. mudou|trocou|aumentou|passou|receitou|comecou .. meu|minha|remedio*|medicac*|dose|DRUG
da|causa|provoca|piora|dar|causar|provocar ILLNESS ... porque|pois|ja|e ?eu ?ja tive|tenho|tinha|sou ~ ILLNESS .. NOT tive|tenho
marca passo
sangr*|sangramento|roxa|roxo facil|facilmente
olho|olhos seco|secos ... ASK
cronic* ... ASK
tenho|to|estou|com|uso|tomo|faco|sou|tive|ando|minha|meu ... ferid*|espinha*|acne|cravo*|inflamad*|sensivel|queimad*|bronzead*|bronze|alergi*|vermelh*|descascando|irritad*|machuc*|herpes|ILLNESS|DRUG|vacina|sol|dente|aparelho ... pode|posso|podem|rola|problema|da|atrapalha|mal ?mesmo ?assim ?fazer ?ainda ?? $ ~ depois|apos ... ACTIVITY ~ horario|amanha|segunda|terca|quarta|quinta|sexta|sabado .. pode|da|rola ~ marcar|agendar ?? $ ~ mancha*|melasma ... sol ... ver|saber|tratar|tirar|clarear|melhorar
aparelho auditivo|coclear
contraindic*
contra indic*
medico|medica|doutor*|dr|dra|dermato*|cirurgia*|ginecolog*|oftalmo*|dentista|cardio* .. mandou|disse|falou|pediu|proibiu|recomendou|orientou|avisou|explicou ... NOT .. fazer|mexer|posso|pode|podia|usar|passar|encostar|colocar|por|aplicar|tomar ~ trabalh*|dirigir|cancel*|desmarc*|remarc*|horario|preco|HERE
mas e|quanto ?quanto a|o|as|os|ao|meu|minha|sobre ILLNESS|DRUG|PREGNANT|conjuntivite|gripe|covid|febre|aborto|curetagem|cirurgia|operacao|sinusite|infecc* ~ peeling|PROC .. acido
^ ?NUMBER e|, ?e a|o|as|os|meu|minha ILLNESS|DRUG|PREGNANT|conjuntivite|gripe|covid|febre|aborto|curetagem|cirurgia|operacao|sinusite|infecc* ?minha ?dela ?que ?eu ?falei ? $
to|estou|entrei|ando|entrando em|numa|no crise|surto ~ financeira|grana|dinheiro|riso|existencial|kkk|meia|criativa
em crise|surto ?que e|sou|ta|esta eu
gordura|pedra|pedras|cisto|nodulo|doenca|problema|insuficiencia|tumor|inflamacao .. figado|rim|rins|vesicula|mama|ovario|utero|tireoide|pulmao|pancreas|intestino
doenca* ... autoimune|cronica|rara|degenerativa|coracao|pele|renal|sangue|grave ~ NOT
imunidade baixa
pressao alta|descontrolad*|18|19|20|16|17|subindo
glicose|glicemia|acucar|insulina|diabet* .. alta|alto|acima|descontrolad*|300|200|400|sangue
afin* .. sangue
sangue .. afin*|ralo|fino|grosso|coagula
NOT|demora|demoram|demorando|dificil .. cicatriza*|coagula|sarar
machucado|ferida|corte|ferimento ... demora .. fechar|sarar|cicatrizar
placa*|pino*|parafuso*|protese*|haste*|implante*|clipe ?de metal|metalic*|titanio|platina ~ placa .. carro
placa*|pino*|parafuso*|haste* .. perna|joelho|coluna|femur|maxilar|dente|cranio|pe|mao|punho|ombro|rosto|cabeca|mandibula|braco|quadril|tornozelo
placa metal
ferro|ferros|platina|chapa|chapas|estilhac*|fixador|bala|haste* .. perna|pernas|joelho*|coluna|femur|maxilar|dente*|cranio|pe|mao|maos|punho|ombro|rosto|cabeca|mandibula|braco*|quadril|tornozelo|tibia|bacia|costela*|clavicula|cotovelo|corpo|queixo ~ prancha|chapinha
aparelho|aparelhinho .. coracao
silicone|diu|protese|stent|valvula|cateter ... ASK ~ preco|valor|custa ~ voces|fazem .. silicone
preenchimento|pmma|fios|silicone|metacril* ... ASK .. laser|ultraformer|radiofrequencia|microagulhamento ~ quanto|dias|depois ~ durabilidade
pmma|metacril*|hidrogel ~ trabalham
fiz|fez|tive|passei|sai|fazer|operei|operou|operad*|recente|acabei .. cirurgia|transplante|operacao|lipo|abdominoplastia|cesarea|plastica|mastectomia|bariatrica|rinoplastia|vesicula|hernia ... ASK|quando ~ marcar .. cirurgia ~ voces fazem
operei|operad*|operou ... ASK|quando
alergi* ?eu ?tenho ?e ?a ?de DRUGS ~ NOT ~ da|dar|dao|causa|provoca alergi*
alergi*|alergic* a|ao|de|com|em ~ alergi* .. preco|gente|homem|segunda|acordar|boleto|gastar|exercicio|trabalho|mentira|nada|pobre|esper*|atraso|robo ~ NOT alergi* ~ sem alergi* ~ depois|fiquei|deu|apos ~ teste|da|dar alergi*
sou|muito|superalergic* alergic*|sensivel|sensibilidade ~ nada ~ NOT sou alergic* ~ dor|preco
sofri|sofro|tive|tenho ... ataque|crise|crises ~ riso|ansiedade|choro|preco|nervos*|pelanca
gripe|gripad*|resfriad*|covid|dengue|febre|vacina*|infecc*|sinusite|virose|conjuntivite|catapora|amidgalite|amigdalite|inflamada ... ASK .. ir|fazer|marcar|botox|laser|preenchimento|limpeza|drenagem|peeling|sessao|problema|rola|? ~ filh* ~ remarc*|desmarc*|cancel*
ferid*|queimad*|queimei|bronzead*|bronzeei|insolacao|espinha|acne|machucad*|descascando|praia|sol|herpes|irritad* ... ASK .. fazer|laser|depil*|peeling|ir|botox|limpeza|sessao|microagulhamento ~ depois ... posso|pode|tomar|ir ~ depois|apos|pos .. fazer|peeling|laser|procedimento|botox|depil* ~ preciso|tenho .. esperar ~ ir|viajar|viajo|vou|volto .. praia ~ tomar sol ~ tem|fazem|qual .. peeling|laser|tratamento ~ trata*|resolve|melhora ~ mancha*|melasma ... sol ... ver|saber|tratar|tirar|clarear|melhorar
tatuagem|tatto ... laser|depil*
laser|depil* .. tatuagem|tatto
bronzead*|bronzeei|bronze|torrad* ... laser|depil*|peeling|sessao ~ preco|valor|fazem
tenho ?muita ?muitas ?um|uma ferida|feridas|ferimento|bolha|infecc* ~ depois
labio|boca ... herpes
crise|surto herpes|lupus|dermatite|psoriase|rosacea
condicao ?de saude ~ boa|otima
problema* ?de ?na ?no saude|coracao|tireoide|coagulacao|rim|rins|figado|pele|circulacao|coluna|renal|cardiac*|hormonal|sangue|pressao|vascular|neurologic* ~ NOT .. problema* ~ sem problema* ~ resolve ~ pele .. tratar
transplantad*|hemofilic*|asmatic*|epiletic*|epileptic*|cardiac*|cardiopata|soropositiv*|hipertens*|diabetic*|imunossuprim*|ostomizad*
desmai* ... agulha*|injec*|sangue|vacina|passad*|atras
agulha*|injec*|sangue|medo ... desmai*
convuls*|desmaio* ... tenho|tive|historico|quando|ja ~ agora
"""

# Who asks for a remedy asks before she complains: "que pomada passo nessa espinha inflamada?"
REMEDY = """
que|qual|quais|algum|alguma|indica*|recomenda*|receit*|passa|bom|boa|sugere|prescrev*|aconselha .. REMEDY ~ convenio ~ voces vendem ~ que|qual .. REMEDY ?voces usam|usa|aplicam|trabalham ~ qual .. marca
da|rola ?pra ?para tomar|usar|passar .. REMEDY
posso|pode|devo|preciso|consigo|poderia ?eu tomar|usar|passar|continuar|misturar|aplicar|por|colocar .. REMEDY|protetor|maquiagem|base|alcool|bebida|gelo|compressa|hidratante|sabonete|vinho|cerveja
tomar|usar|passar|tomo|passo|tomando|tomei .. REMEDY ... dor|antes|depois|desinchar|inchaco|normal|faz mal|quantos|quantas ~ TAKE .. DRUG ... ASK ~ preciso|devo avisar
tomo|passo|uso|faco ... para|pra desinchar|cicatrizar|sarar|melhorar|aliviar|coceira|dor|roxo|inchaco|ardencia|vermelhidao|manchar
THIS ?aqui ?nova mancha|pinta|verruga|caroco|lesao|ferida|sinal|bolinha|nodulo|berruga|carocinho|manchinha|cravo|casquinha ... pode|parece|seria|sera|grave|serio|perigos*|normal|cresc*|coc*|sangr*|mudou|mudando|aumentou|aumentando|cancer|maligno|preocup* ~ tirar|remover|clarear|preco|valor
apareceu|nasceu|surgiu|saiu|tenho ?uma|um mancha|pinta|verruga|caroco|lesao|sinal|nodulo|bolinha|berruga|carocinho|manchinha ... grave|serio|perigos*|normal|cresc*|coc*|sangr*|mudou|mudando|aumentou|aumentando|cancer|maligno|preocup*|estranh*|que|acha*|pode|sera ~ depois|apos|fiz|desde ~ tirar|remover|clarear|preco|quanto
pode|sera|isso ?ser ?que ?e cancer|melanoma|micose|infecc*|alergia|rosacea|fungo|dermatite|psoriase|trombose|herpes ~ tomo|fiz|pode dar
coceira|irritacao|descamacao|brotoeja ... o que .|?
coceira|irritacao|descamacao|brotoeja ... o que $
nascendo|nasceu|apareceu|surgiu|saiu|tenho ... bolinha|pinta|caroco|carocinho|verruga|mancha|manchinha|nodulo|bola ... sera|serio|grave|cancer ~ depois|apos|fiz|desde
o que ?que ?eu tomo|passo ?para ?pra ~ acabar|celulite
o que ?que ?eu posso|devo|preciso tomar|usar|passar|pingar
"""

MEDICAL_ADVICE = """
PROC ?nao ?pode ?as ?vezes da|dar|causa|causar|provoca|provocar|traz derrame|avc|cancer|paralisia|trombose|infarto|cegueira|infeccao|demencia|alzheimer|morte
da|causa|causar|provoca|dar ?mesmo derrame|avc|cancer|paralisia|trombose|infarto|cegueira|demencia ... verdade|mesmo|? ~ tive|teve|deu
^ ?mas ?e derrame|avc|cancer|trombose|paralisia|risco|riscos ?? $
o que ?eu tomo|passo|faco ?para|pra ~ faco .. marcar|agendar|remarcar|cancelar|pagar|chegar|parar|falar|desmarcar|confirmar|cadastro ~ faco pra|para marcar ~ celulite|tirar|acabar ~ cartao|pix|boleto|link|pagamento|sinal|aplicativo|site|recus*|comprovante
o que ?eu posso|devo|preciso|da|tenho tomar|usar|passar|pingar
preciso|precisa ?de ?tomar ?usar ?passar REMEDY ... antes|depois|?
quantas|quantos gotas|comprimidos|mg|capsulas|doses
quantidade .. ideal|certa|preciso|recomendada|botox|unidades|acido
uso|passo|tomo .. antes ou depois
bom|recomendado|indicado|pena tomar|usar|passar
posso|pode|devo dormir|deitar ~ horario
posso|pode|podia|devo|consigo|poderei ?eu ?ja ?ir ?pegar ACTIVITY ... depois|apos|seguinte|pos|antes|mesmo ... PROC|procedimento*|sessao|aplicacao ~ preenchimento|peeling|laser|botox .. antes ... casamento|festa|formatura ~ agend*|marc*|remarc* ~ pagar
depois|apos|pos|antes ... PROC|procedimento*|sessao|aplicacao ... posso|pode|podia|devo|consigo|quando ... ACTIVITY ~ agend*|marc*|remarc*
acha|achas|acho|sera|saber .. tenho ILLNESS|alergia|micose
diz|diga|fala|sabe|descobrir|dizer .. o que ?que ?eu tenho
receita|receitar|receitem|receitam|receite|prescrev*|prescricao|diagnostic* ~ bolo ~ receita federal ~ tenho|tem receita ~ levar|precisa|preciso|exame|pedido .. receita ~ minha receita ~ nota
o que e|seria|pode|sera ?ser isso|isto ?aqui $
o que ?que ?eu tenho $
e|isso|sera|seria|nao ?que ?e normal|grave|perigoso|preocupante|serio ~ normal demor*|esper*|cobr*|pagar|responder|atras*|confirmar ~ e serio ?isso|mesmo|que $ ~ aqui|agora|falando e serio ~ e serio agora|gente|amiga|viu ~ e normal|serio .. preco
coisa seria|grave|ruim|boa ~ que coisa boa
devo|preciso ?me preocup*
devo ir|procurar|ver ?no ?ao ?um medico|hospital
quanto|quantas|quantos ?de PROC|acido .. preciso|precisaria|precisa ~ pagar|preco|custa|sessoes
verruga|pinta|mancha|caroco|sinal|nodulo|bolinha .. maligna|maligno|benigna|benigno|cancer
posso|pode|podia|devo tomar .. inflamatorio*
posso|pode ?eu ACTIVITY & fiz|apliquei|coloquei|acabei ... ontem|hoje|manha|agora|semana|dias|tarde
parar|suspender|tirar ?de ?usar ?com acido|retinol|tretinoina|retinoico
qual|que|quais protetor|hidratante|sabonete|produto ... passo|uso|passar|usar|depois|apos
bom|boa|otimo ... pra|para ... roxo|roxos|inchaco|desinchar|cicatrizar|queimadura|coceira|assadura|dor|hematoma ~ dia|noite|tarde
quantas|quantos|quanta|qtas .. unidades|ml|seringas|mg|ampolas|gotas|comprimidos ... preciso|devo|vao|usa|usam|leva|acha|precisa|precisaria|recomend*|indic*|necessari*|usar|tomar|vou|pra|para|testa|labio ~ preco|custa|valor
qual|que|quanto|quanta|quantas ... dose|dosagem|concentracao|miligramas
preciso|devo|tenho|posso|tem|precisa|deve|pode ?eu ?que parar|suspender|interromper|continuar|tomar|deixar|cortar .. REMEDY
parar|suspender|interromper|suspendo|paro .. REMEDY
para|parar|deixar de tomar .. REMEDY
quando|posso|devo parar .. tomar|usar
segunda opiniao
tomei|tomo|tomando|tomou .. REMEDY ... posso|pode|podia|problema|atrapalha|interfere|mal ~ remarc*|cancel*|desmarc*|pode ser|marcar|ver|me ~ NOT tomei
posso|pode|podia|problema|atrapalha|interfere|mal ... tomei|tomo|tomando|tomou .. REMEDY ~ remarc*|cancel*|desmarc* ~ NOT tomei
resultado|laudo .. exame|exames|biopsia|sangue|mamografia|ultrassom ~ remarc*|cancel*|desmarc*|levar|levo|trazer|precisa|esperando|espero|esperar|aguard*|sair|depend*|antes
saber|cade|saiu|chegou|pronto|ficou|viram|sobre .. meu|meus|do|o exame|exames|laudo|biopsia ~ remarc*|cancel*|desmarc*|levar|levo|trazer|precisa|horario|vaga|quanto|preco|esperando|espero|aguard*|depend*
me|da|consegue .. diagnost*
voce|voces|doutora|tu ?acha|acham|achas .. e grave|serio|normal|perigos*|infecc*|cancer|alergia
"""
