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

COURTESY = (
    "claro", "certeza", "sim", "nao", "otimo", "otima", "perfeito", "perfeita", "tranquila", "tranquilo", "obrigada", "obrigado",
    "pergunta", "perguntar", "fico", "ficamos", "disposicao", "qualquer", "duvida", "ajudar", "ajuda", "ajudo", "precisar", "avisar",
    "avise", "chamar", "chame", "contar", "conte", "prazer", "equipe", "gente", "marcar", "agendar", "horario", "quiser", "desejar",
    "gostaria", "esperamos", "espera", "aguardamos", "tudo", "bem", "boa", "noticia", "legal", "viu", "favor", "aqui", "clinica", "anna",
    "assistente", "querer", "procedimento", "procedimentos", "valor", "valores", "preco", "precos", "custa", "custar", "sai", "fica",
    "ficam", "fazer", "fazemos", "faz", "realizar", "realizamos", "atende", "atendemos", "funciona", "funcionamos", "aberto", "aberta",
    "abrimos", "aceita", "aceitamos", "temos", "oferecemos", "trabalhamos", "pagar", "pagamento", "pedimos", "pede", "cobrar",
    "cobramos", "opcao", "opcoes", "pode", "poder", "contamos", "seguinte", "seguintes", "conforme", "informar", "informacao", "caso",
    "vir", "chegar", "voce", "dura", "durar", "duracao", "leva", "minutos", "minuto", "hora", "horas", "dia", "dias", "reais", "sinal",
    "endereco", "telefone", "localizado", "localizada", "reserva", "reservar", "tambem", "inclusive", "alem", "sessao", "sessoes",
    "consulta", "visita", "vem", "venha", "tranquilamente", "facil", "facilmente", "disponibilizamos", "usar", "utilizar", "bom",
    "durante", "semana", "feira", "manha", "noite", "inicio", "fim", "feito", "problema", "basta", "procure", "entra", "data", "caso", "incluso", "normalmente", "lembrando", "lembrar", "so",
)  # fmt: skip
"""What may stand in any answer without a row that says it."""
