"""Families of words that belong together by what they mean to a clinic; `phrases` marks them, the concerns are written with them."""

from __future__ import annotations

FAMILIES: dict[str, str] = {
    "NOT": "nao num nem nunca jamais",
    "ASK": "posso pode podem podia poderia poderei consigo consegue devo deve rola permitid* liberad* recomendad* indicad* aconselh* tem atrapalha interfere "
    "prejudica seguro risco mal problema perigo perigoso contra contraindicad* serve da como arriscado proibid*",
    "ABLE": "consigo consegue conseguindo conseguia consiga consguindo conseguiu dando da",
    "WANT": "quero queria vou vo penso pensando pensei pensado vontade tentei tentar tentando tento irei prefiro preferia preciso posso ia quis querendo melhor "
    "desejo pretendo decidi planejando planejo imagino ideia",
    "KIN": "filh* sobrinh* irma irmao irmaz* irmaoz* net* entead* cacul* afilhad* prim* menin* garot* gur* piazinho pia moleque cunhad* bebe nenem crianca pequen*",
    "SHE": "ela ele mae mainha pai painho marido esposa esposo mulher filha filho filhinha filhinho irma irmao amiga amigo vo avo tia tio sogra sogro namorada "
    "namorado prima primo sobrinha sobrinho neta neto colega cunhada cunhado vizinha paciente moca senhora menina menino comadre madrinha afilhada enteada "
    "enteado noiva noivo",
    "BODY": "rosto cara face boca labio* beico* olho* olhinho* zoio zoi vista* testa pele bochecha* queixo pescoco perna* coxa* axila* sovaco* virilha* nariz "
    "sobrancelha* barriga braco* garganta lingua fuca regiao local lugar area cilio* sorriso bumbum bunda gluteo* peito seio* orelha* mao maos pe pes "
    "costas costa ombro* joelho* dedo* cabeca mandibula maxilar papada corpo canela* panturrilha* nuca colo umbigo abdomen couro bigode buco culote flanco* "
    "gengiva dente* musculo* carne palpebr*",
    "SWELL": "inchad* inchou incharam inchando incho inchaco* inchei inxad* inxou inxando hinchad*",
    "SORE": "inchad* inchou incharam inchando inchaco* inchei inxad* inxou inxando hinchad* vermelh* avermelhad* roxo roxa roxos roxas roxid* arroxead* hematoma* "
    "queimad* queimou queimaram queimando queimei bolha* bolhinha* bolinha* pus inflam* infecc* infecion* infecao ardendo ardencia ardid* ardeu arde "
    "coceira* cocando coca caroco* caroci* ingua* nodulo* necros* empol* empelot* empip* urticaria doendo doid* doi doeu doem dolorid* dormente* dormencia adormecid* "
    "formig* lacrimej* latej* descascando sangrando sangrou sangramento sangra ferid* machuc* irritad* irritacao reacao reacoes endurec* deformad* quente febre "
    "febril colad* calombo* purgando minando supurando remela* secrecao pinicando pinica repuxando crosta* casca* esfolad* esfolou assad* estourad* "
    "fisgada* pelotas placas fedendo rejeicao rejeitando trombos coagulo* edema* ptose edema eritema equimose isquemia parestesia granuloma* flebite prurido vergao vergoes encaroc* pelota esbranquicad* pustula* furunculo* abscess* cocar perfurou rasgou "
    "cortou amarelad* esverdead* pipoc* pelando descamando",
    "CHANGED": "ficou fiquei ficaram deixou deixaram virou amanheceu acordei apareceu apareceram surgiu surgiram comecou comecaram entortou manchou desceu cresceu "
    "despencou saiu nasceu formou criou abriu",
    "SLOW": "azulad* acinzentad* roxead* marmor* rendad* caid* caiu cairam caindo tort* entort* assimetric* pret* escur* manchou manchad* manchando escurecendo entortando afundando mancha manchas mancharam dur duro dura duros duras durinh* durissim* paralisad* paralisou repuxad* desigual "
    "desiguais estranh* branc* grudad* mole babando bobo despenc* murch* afund* buraco* cicatriz* deslocad* migrou escorreu grudando grudou travad* torcid* "
    "levantad* arquead* spock fraca fraco despigment* hipercrom*",
    "CAME": "fui vim cheguei passei estive fomos viemos chegamos",
    "DONE": "fiz fizemos fez apliquei aplicou aplicaram aplicado aplicacao coloquei colocaram colocou injet* injecao injecoes picada picadas agulha sessao fizeram "
    "passei passaram passou procedimento procedimentos laser botox butox toxina peeling preenchimento acido microagulhamento criolipolise crio depilacao "
    "limpeza extensao henna drenagem bioestimulador skinbooster ultraformer massagem anestesia anestesico tratamento enzima enzimas lipo aplique tomei "
    "tomou design micropigmentacao lifting fio fios",
    "DID": "fiz fizemos fez apliquei aplicou aplicaram coloquei colocaram colocou injet* fizeram passaram passou tomou tomei",
    "SINCE": "depois apos desde pos dps dpois",
    "HERE": "voces clinica dai ai aqui maca consultorio",
    "TAKE": "tomo uso usando tomando tomei faco fazendo comecei terminei parei toma usa usei injeto aplico tomava usava faz fez fiz acabei dependo",
    "REMEDY": "remedio* medicament* medicac* dipirona ibuprofeno nimesulida antiinflamatorio* antibiotico* pomada* creme* corticoid* paracetamol dorflex aspirina aas "
    "anticoagulante* anticoncepcional roacutan isotretinoina antidepressiv* antialergico* ozempic mounjaro hormonio* vitamina* omega insulina xarelto "
    "analgesic* tylenol novalgina torsilax arnica retinol minoxidil aine aines advil alivium toragesic dexametasona prednisona hirudoid bepantol cicaplast "
    "nebacetin colirio* allegra loratadina polaramine buscopan relaxante calmante* rivotril comprimid* injecao compressa cha",
    "DRUG": "hormonio* hormonal testosterona reposicao roacutan roacutam isotretinoina acutan anticoagulante* aas aspirina xarelto marevan varfarina eliquis clexane enoxaparina heparina clopidogrel "
    "corticoid* prednisona insulina antidepressiv* quimio* radioterapia hemodialise imunossupressor* puran ozempic mounjaro metotrexato anticoncepcional "
    "litio anabolizante* losartana acido tretinoina retinol vitacid adapaleno hidroquinona remedio* medicament* antibiotico* imunobiologico* humira biologico rivotril sertralina fluoxetina tamoxifeno "
    "levotiroxina metformina ginkgo",
    "ILLNESS": "alzheimer demencia parkinson esquizofrenia urticaria infart* bruxismo catarata zumbido foliculite candidiase linfedema colesterol panico depressao diabet* hipertens* lupus herpes cancer tumor epilep* trombos* trombofilia marcapasso autoimune autoimunes imune protese proteses implante implantes "
    "pino pinos parafuso* rosacea psoriase queloide* alergi* tireoide hipotireoidismo hashimoto cardiac* cardiopatia coracao hepatite hiv vitiligo "
    "dermatite anemi* miastenia hemofil* coagulacao asma asmatic* varizes silicone diu hernia lipedema esclerose convuls* arritmia insuficiencia renal "
    "fibromialgia artrite reumat* porfiria imunossupr* avc glaucoma melanoma leucemia endometriose pressao glicose glicemia stent sopro enxaqueca bipolar "
    "hemorragia transplant* fenilcetonuria parkinson keloide crohn gastrite pancreatite trombocitopenia plaquetas labirintite raynaud sjogren "
    "esclerodermia eczema impetigo blefarite herpetic* zoster ",
    "PREGNANT": "gravida gravidas gravidinha gravidissima gestante gestantes gestando gestacao gestacional gravidez buchuda bucho barriguda barrigudinha pancuda prenh* "
    "embuchad* gravida gravidona gestan gravides",
    "BABY": "bebe baby nenem bebezinho nenenzinho nene filho filha filhinho menino menina gemeos gemeas baby",
    "TEEN": "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17",
    "SEND": "mand* envi* receb* perturb* incomod* encher encha enche enchendo encham escrev* importun* spam* contat* procur* disparar disparem disparo disparos "
    "aborrec* floodar insistir insistam insista notific* chama chamar chame chamem chamando liga ligar ligue liguem ligando mensage* propaganda* torrar "
    "amolar azucrinar flodar tacar bombardear",
    "NEWS": "mensage* propagand* promoc* promo promos publicidade* anuncio* oferta* marketing spam aviso avisos lembrete* novidade* campanha* notificac* contato* "
    "divulgac* conteudo* informativo* comunicac* comunicado* cupom cupons convite* disparo* panfleto* encarte* newsletter textao mensagens mensagem corrente",
    "STOP": "para pare parem parar pararem parando parasse parassem parou chega basta cessem cessar cesse suspend* interromp* cancel* desativ* encerr* deixa deixe "
    "deixem deixar deixassem cansei canse cansou chegou evite evitem",
    "DROP": "tira tire tirar tirem tirarem remov* exclu* apag* retir* descadastr* delet* desinscrev* sair risca risque riscar elimin* desvincul* limpa limpe saco "
    "arranca arranquem bloque* corta corte cortem cortar",
    "LIST": "lista listas cadastro base mailing disparos transmissao contatos grupo relacao banco rol sistema",
    "PHONE": "numero contato telefone celular nome whatsapp chip fone zap",
    "AFTER": "depois apos desde fiz fizemos fizeram apliquei aplicaram aplicou aplicado aplicacao coloquei colocaram injet* injecao injecoes picada agulha sessao "
    "procedimento",
    "PROC": "preench* preenx* prench* laser botox butox toxina peeling pilin acido procedimento microag* crio criolipolise depilacao limpeza extensao henna drenagem "
    "bioestimulador ultraformer anestesi* massagem cilios micropig*",
    "STATE": "ta to tao esta estou estao continua continuo ficou fiquei sigo amanheci amanheceu acordei",
    "STRONG": "inchad* roxo roxa roxos roxas vermelho vermelha vermelhos vermelhas ardendo inflamad* doendo infeccionad* infecionad* empol* empipo* latejando "
    "queimad* deformad* bolha* cocando dormente inxad* hinchad* purgando sangrando pipocad* esfolad*",
    "SPOTS": "bolha* bolinha* caroco* ferid* manch* roxo* hematoma* vermelhid* placas placa calombo* pus casca* queimadur* nodulo* furo furos",
    "SKIN": "foliculite melasma rosacea psoriase dermatite vitiligo queloide* lipedema varizes bruxismo",
    "ANY": "a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p* q* r* s* t* u* v* w* x* y* z*",
    "NOILL": "conto reais real mil grana rug* linha* manch* flacid* celulit* estri* olheir* papada bigode acne espinha* cravo* pelo* gordur* barriga culote queda poros cicatriz* sobrancelha* labio* horario* compromisso reuniao trabalho aula aulas curso medico medica dentista festa casamento viagem viajar desconto cupom voucher credito pacote sessao sessoes saldo duvida duvidas interesse medo vergonha pressa tempo folga vaga dinheiro cartao pix filh* marido anos evento prova plantao academia retorno agendamento whatsapp maquiagem oculos vontade certeza sonho curiosidade orcamento consulta avaliacao h min dia dias",
    "SMALL": "0 1 2 3 4 5 6 7 8 9",
    # what a part of the body does that obeys no more
    "FAILS": "ferias dormir dormiu dormindo cochil* preguic* pendur* pendendo obedec* acompanh* responde respondem correspond* parado parada morto morta murcho murcha embora sumiu mudou adeus tchau "
    "meio fechadinh* arriad* despenc* travou",
    "ORDINAL": "primeiro segundo terceiro quarto quinto sexto setimo oitavo nono",
    "PILLS": "remedio* comprimid* medicament* calmante* pilula* cartela* rivotril tarja veneno",
    "AGGRESSOR":
    "marido esposo namorado namorada companheiro companheira ex parceiro noivo pai padrasto padastro irmao tio primo filho genro cunhado "
    "patrao chefe homem cara vizinho ele ela sogro esposa mulher mae",
    "PARTNER": "marido esposo namorado companheiro noivo padrasto ex ficante mozao",
    "INTIMATE": "peito peitos seio* bunda bumbum coxa* virilha calcinha vagina pepeca perereca xereca genit* intim* nadega*",
    "DEVICE": "aparelho maquina laser equipamento ponteira radiofrequencia eletro* corrente fio tomada maca depilador jato crio criolipolise ultraformer",
    "ASSAULTS":
    "bate bateu batendo espanca espancou espancando agride agrediu agredindo agrediram violentou estuprou estuprando esganou enforcou chutou "
    "esmurrou socou esfaqueou tranca trancou ameaca ameacou ameacando persegue perseguindo abusa abusou",
    "MANY": " ".join(map(str, range(8, 101))),
    "PRICKED": "furou furaram furei furado espetou espetaram espetado picou picaram picada injet* aplic* agulha furinho furo",
    "OOZE": "negocio coisa treco troco bagulho liquido liquid* aguinha agua caldo gosma trem parada",
    "LIQUID": "acido acetona produto produtos peeling cola removedor alcool creme tinta henna formol amonia soda anestesico",
    "YOUNG": "10 11 12 13 14 15 16 17",
    "NUMBER": "0* 1* 2* 3* 4* 5* 6* 7* 8* 9*",
    "GRADE": "5 6 7 8 9 quinto sexto setimo oitavo nono quinta sexta setima oitava nona primeiro segundo terceiro 1 2 3",
    "HAVE": "tenho tem sou to ta tive possuo portador* historico trato tratamento tratando tratei sofro faco estou minha com teve temos",
    "NOHEART": "boca mao maos partid* cheio grande aberto mole pulando quentinho na grat* dispar* feliz alegr* acelerad* apertad* manteiga mil",
    "DRUGS": "lidocaina anestesi* dipirona ovo latex iodo cola esmalte henna niquel penicilina aas aspirina ibuprofeno camarao frutos acido hialuronico toxina botox "
    "corante metal tinta perfume cera cosmetico* produto* antibiotico* sulfa amoxicilina abelha castanha leite gluten xilocaina novocaina proparacaina "
    "cianoacrilato",
    "THIS": "isso essa esse esta este minha meu uma um",
    "SURNAME": "oliveira pereira costa ferreira rodrigues almeida nascimento batista barbosa gomes ribeiro carvalho araujo melo cardoso rocha moreira freitas fernandes andrade vieira martins "
    "moura nunes monteiro cavalcante bezerra sousa",
    "FORGET": "ignor* esqueca esquece esquecer esquecam desconsider* apaga apague apagar apaguem descart* abandon* despreze delete deleta olvida olvide desobedec* "
    "anule anula burle burla quebre viole",
    "ORDERS": "instruc* instrucciones regra regras prompt prompts ordem ordens orientac* comando comandos diretriz* restric* programac* limitac* configurac* filtro "
    "filtros protocolo* politica politicas treinamento reglas instructions rules parametros",
    "SHOW": "repita repete repita repetir mostr* muestra* revel* copi* imprim* print repeat show list* cont* conte exib* transcrev* cole cola diga diz fala fale "
    "manda mande envie envia give escreva escreve dump vaza vaze liste output forneca passa divulg* compartilhe",
    "TOLD": "prompt prompts system",
    "BOSS": "administrador* admin adm desenvolvedor* programador* criador* gerente diretor* suporte ceo ti engenheir* openai anthropic developer creator "
    "owner root fundador* tecnico dev proprietari* supervisor* meta presidente auditor* hacker policial juiz",
    "POWER": "liber* desconto gratis graca senha acesso mostr* lista liste dados instruc* alter* mude muda confirm* apag* exclu* descadastr* ordeno orden* execut* "
    "desativ* unsubscribe override permit* autoriz* obedec* ignor* delet* remov* zere zera order reset* desbloque* prompt debug telefone* prontuario* 100",
    "PRIVATE": "lista dados telefone* prontuario* contatos contato agenda endereco* historico cpf cpfs conversa* fotos foto nomes nome ficha* numero numeros exames "
    "cartao cartoes pagamentos emails",
    "PATIENTS": "pacientes clientes pessoas clientas mulheres pessoal",
    "NAMELIKE": "ana maria souza silva joana julia carla fernanda santos oliveira paula bruna camila patricia juliana jose joao lima costa pereira aline leticia "
    "marcia sandra",
    "WILL": "vou vamos vo irei ainda posso queria quero vontade quebro bato mato",
    "RUDE": "ladrao ladroes ladra golpista* espelunca lixo lixos inutil inuteis anta antas jument* animal animais verme* palhac* ridicul* porc* merda merdas bosta bostas nojent* imund* cachorr* demente* "
    "incompetent* idiota* imbecil imbecis burr* imprestave* imprestavel otari* trouxa* troux* desgrac* babaca* droga porcaria estupid* mula mulas asno asnos jararaca* abutre* sanguessuga* urubu* lesma* cavalo* rato ratos ratazana* hiena* lesad* tapad* lerd* retardad* miserave* "
    "miseravel fdp vagabund* ordinari* vaca vacas galinha egua besta mocreia cadela cachorra",
    "WAITVETO": "chego chegarei chegar chegando transito engarrafamento pneu atrasar atrasarei tolerancia quanto posso pode consegue peco vou atrasada",
    "ABOUT": "necros* suicid* infart* anafila* avc emergencia morreu morte matou assassin* gravida estupr* acidente drogas overdose",
    "LAUGH": "rir riso risada amor amores fome sono saudade* vergonha medo vontade curiosidade calor frio inveja tedio ansiedade inveja orgulho preguica alegria felicidade emocao preco",
    "ACTIVITY": "sol praia academia malhar malho treinar treino beber bebo alcool cerveja vinho correr surfar piscina mar nadar maquiagem maquiar dormir deitar aviao viajar voar dirigir "
    "trabalhar secador sauna transar namorar fumar comer lavar molhar exercicio exercicios suar depilar pegar tomar fazer dancar pular pedalar beijar massagear cocar chuveiro quente sair voltar usar passar rir",
}  # fmt: skip
