"""Words that the rules about drafts turn on, folded."""

from __future__ import annotations

FOREIGN = (
    "the", "is", "are", "you", "your", "we", "our", "and", "with", "for", "this", "that", "it", "yes", "from", "have", "has", "of",
    "open", "hours", "price", "parking", "please", "can", "at", "on", "to", "usted", "ustedes", "el", "los", "las", "del", "y", "con",
    "nuestro", "nuestra", "precio", "cuesta", "hola", "gracias", "tenemos", "puede", "abierto", "lunes", "viernes", "en", "ist", "der",
    "die", "und", "le", "est", "vous", "nous", "pour",
)  # fmt: skip
"""Common words of English, Spanish, French and German that Portuguese does not have."""

MEDICAL = (
    "dor", "doi", "doer", "dolorido", "indolor", "anestesia", "anestesico", "remedio", "medicamento", "antibiotico", "dipirona",
    "ibuprofeno", "paracetamol", "pomada", "alergia", "alergica", "inchaco", "inchar", "hematoma", "roxo", "sangrar", "infeccao",
    "inflamacao", "cicatriz", "cicatrizacao", "cicatrizar", "complicacao", "risco", "perigo", "seguro", "segura", "seguranca",
    "saudavel", "gravida", "gestante", "gestacao", "amamentar", "amamentacao", "lactante", "diabetes", "pressao", "cancer", "tumor",
    "trombose", "herpes", "acne", "melasma", "rosacea", "dermatite", "psoriase", "doenca", "sintoma", "diagnostico", "cura", "eficaz",
    "eficacia", "resultado", "resultados", "permanente", "definitivo", "garantia", "garantido", "rejuvenescer", "rejuvenesce",
    "emagrecer", "emagrece", "contraindicacao", "contraindicado", "indicado", "indicacao", "recomendado", "recomendo", "recomendamos",
    "recomendavel", "efeito", "efeitos", "colateral", "reacao", "exame", "sangue", "hormonio", "flacidez", "rugas", "manchas",
    "celulite", "gordura", "estrias", "dose",
)  # fmt: skip
"""Words that speak of the body and of what is done to it: a draft has them from a row, or not at all."""

PHATIC = (
    "claro", "certeza", "sim", "nao", "otimo", "otima", "perfeito", "perfeita", "tranquila", "tranquilo", "tranquilamente", "obrigada",
    "obrigado", "pergunta", "perguntar", "qualquer", "duvida", "ajudar", "ajuda", "ajudo", "precisar",
    "avisar", "avise", "chamar", "chame", "contar", "conte", "prazer", "equipe", "gente", "quiser", "desejar", "gostaria",
      "tudo", "bem", "boa", "bom", "noticia", "legal", "viu", "favor", "aqui", "clinica", "anna", "assistente",
    "querer", "tambem", "lembrando", "lembrar", "so", "exatamente", "isso", "infelizmente", "profissional", "profissionais", "preferir", "queira", "queiram", "daqui", "problema", "inclusive", "normalmente",
    "estamos", "estao", "nada", "nosso", "nossa", "nossos", "nossas", "damos",
)  # fmt: skip
"""What says nothing: it may stand in any answer, and is none by itself."""

CARRIERS = (
    "marcar", "agendar", "horario", "procedimento", "procedimentos", "valor", "valores", "preco", "precos", "custa", "custar", "sai",
    "fica", "ficam", "fazer", "fazemos", "faz", "realizar", "realizamos", "aplica", "atende", "atendemos", "atendimento", "funciona",
    "funcionamos", "aberto", "aberta", "abrimos", "fechamos", "fechado", "fechada", "aceita", "aceitamos", "temos", "oferecemos",
    "trabalhamos", "pagar", "pagamento", "pedimos", "pede", "cobrar", "cobramos", "opcao", "opcoes", "pode", "poder", "contamos",
    "seguinte", "seguintes", "conforme", "informar", "informacao", "caso", "vir", "chegar", "voce", "dura", "durar", "duracao", "leva",
    "minutos", "minuto", "hora", "horas", "dia", "dias", "reais",  "endereco", "telefone", "localizado", "localizada",
    "reserva", "reservar", "alem", "sessao", "sessoes",   "vem", "venha", "facil", "facilmente",
    "disponibilizamos", "usar", "utilizar", "durante", "semana", "feira", "manha", "noite", "inicio", "fim", "feito", "basta",
    "procure",  "data", "incluso", "cerca", "perto", "dividir", "parcelar", "parcelamos", "desca", "preciso", "necessario",
    "investimento", "saindo", "torno", "proxima", "proximo", "cuida", "responsavel", "estacao", "acesso",
    "parcelamento",
)  # fmt: skip
"""What may stand beside anything that a row says, and claims something where it stands alone: "não cobramos sinal"."""

COURTESY = (*PHATIC, *CARRIERS)
"""What may stand in an answer without a row that says it."""
