"""The demo page in a real chromium: a whole conversation as a person would hold it, with nothing but what is on the screen."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright, expect

from anna.simulation.house import House
from tests.web.album import find_album

pytestmark = pytest.mark.browser

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
DESK = {"width": 1440, "height": 900}
POCKET = {"width": 390, "height": 844}
PATIENCE_MS = 10_000
ASKS_WHEN = re.compile("dia.* horário")
ASKS_PHONE = re.compile("este número")


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip(
            "NO BROWSER, so nobody has seen the demo page: `apt-get install chromium` and run the tests again"
        )
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        await browser.close()


@dataclass
class Visitor:
    """Somebody in front of the page: types, presses and reads; what the browser complained about is kept."""

    house: House
    page: Page
    complaints: list[str] = field(default_factory=list)

    def listen(self) -> None:
        def on_console(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                self.complaints.append(message.text)

        self.page.on("console", on_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "response", lambda r: self.complaints.append(f"{r.status} {r.url}") if r.status >= 400 else None
        )

    async def say(self, text: str, *, answer: str | re.Pattern[str]) -> None:
        """Type `text`, press Enter, and wait until the phone shows `answer`, a minute later by the clinic's clock."""
        self.house.clock.advance(timedelta(minutes=1))
        await self.page.get_by_label("Mensagem").fill(text)
        await self.page.keyboard.press("Enter")
        await self.hears(answer)

    async def hears(self, answer: str | re.Pattern[str]) -> None:
        """Wait until the last thing on the phone says `answer`."""
        last = self.page.locator("#talk > li.msg.anna:not([data-key=typing])").last
        await expect(last).to_contain_text(answer, timeout=PATIENCE_MS)
        await expect(self.page.locator("[data-key=typing]")).to_have_count(0, timeout=PATIENCE_MS)

    async def overflows(self) -> bool:
        """Whether the page is wider than the screen."""
        wider: bool = await self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        return wider


@pytest.fixture
async def visitor(browser: Browser, living: House, base: str) -> Visitor:
    page = await browser.new_page(viewport=DESK, color_scheme="light", locale="pt-BR", device_scale_factor=2)  # type: ignore[arg-type]
    visitor = Visitor(living, page)
    visitor.listen()
    await page.goto(base)
    return visitor


async def test_a_whole_conversation(visitor: Visitor, pytestconfig: pytest.Config) -> None:
    """Typos, a change of mind, a digression, a tapped slot, the deposit paid: booked, and the page said why all along."""
    page = visitor.page
    await visitor.say("oiii qria faser botocs", answer=ASKS_WHEN)
    await visitor.say("as 3 da tarde", answer=re.compile("15h.*dia"))
    await visitor.say("nao pera, sexta as 10", answer=ASKS_PHONE)
    await expect(page.locator(".decision")).to_contain_text("15:00, dito antes")
    await visitor.say("sim", answer=re.compile("serve|número"))
    await expect(page.locator(".options")).to_have_count(1)
    first = await page.locator(".options button").first.inner_text()
    visitor.house.clock.advance(timedelta(minutes=1))
    await page.get_by_role("button", name="Outro dia ou horário").click()
    await expect(page.locator(".decision")).to_contain_text("foi um toque na opção 4")
    await expect(page.locator(".options")).to_have_count(2)
    assert await page.locator(".options button:enabled").first.inner_text() != first
    second = await page.locator(".options button:enabled").nth(1).text_content() or ""
    await visitor.say("a 2 tá ótimo", answer="falta o sinal de R$ 150,00")
    await expect(page.locator(".decision")).to_contain_text("a opção 2")
    await expect(page.locator(".decision")).to_contain_text("como hora: a pergunta aberta era de opções")
    await expect(page.locator(".options").last.locator("[aria-pressed=true]")).to_have_text(second)
    await expect(page.locator(".path .here")).to_contain_text("Sinal")
    await expect(page.locator(".next")).to_contain_text("+20 min")
    await _pictures(visitor, find_album(pytestconfig))
    async with page.context.expect_page() as opened:
        await page.get_by_role("link", name="/pay/").click()
    payment = await opened.value
    await payment.get_by_role("button", name="Pagar com Pix").click()
    await expect(payment.get_by_role("status")).to_contain_text("Pagamento confirmado")
    await payment.close()
    await visitor.hears(re.compile("marcad.*botox com .*Dr", re.IGNORECASE))
    await expect(page.locator(".path .past").last).to_contain_text("Consulta marcada")
    booked = await visitor.house.rows(
        "select status, sinal from agendamento.consultas where conversa_id is not null"
    )
    assert [row["status"] for row in booked] == ["agendado"]
    assert visitor.complaints == []


async def _pictures(visitor: Visitor, album: object) -> None:
    """Light, dark and as wide as a phone; nothing may be wider than the screen, and whoever asked gets the pictures."""
    page = visitor.page
    folder: Path | None = getattr(album, "folder", None)
    for name, scheme, screen in (
        ("demo-claro", "light", DESK), ("demo-escuro", "dark", DESK), ("demo-celular", "light", POCKET), ("", "dark", POCKET),
    ):  # fmt: skip
        await page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        await page.set_viewport_size(screen)  # type: ignore[arg-type]
        assert not await visitor.overflows(), (scheme, screen)
        await page.evaluate("document.activeElement.blur()")
        if name == "demo-celular":
            await page.evaluate("window.scrollTo(0, document.querySelector('.phone').offsetTop - 16)")
        if folder and name:
            await page.screenshot(path=folder / f"{name}.png", full_page=screen is DESK)
    await page.set_viewport_size(DESK)  # type: ignore[arg-type]
    await page.emulate_media(color_scheme="light")


async def test_a_day_is_skipped_on_the_screen(visitor: Visitor) -> None:
    """The nudge that was announced comes when its time has passed."""
    page = visitor.page
    await visitor.say("quero marcar peeling", answer=ASKS_WHEN)
    await expect(page.locator(".next")).to_contain_text("Anna lembra da última pergunta")
    await page.get_by_role("button", name="+23 h").click()
    await expect(page.locator("#relogio")).to_contain_text("qui, 26 nov", timeout=PATIENCE_MS)
    await expect(page.locator("#talk")).to_contain_text("é só me responder", timeout=PATIENCE_MS)
    await expect(page.locator("#talk .day").last).to_contain_text("qui, 26 nov", timeout=PATIENCE_MS)
    assert visitor.complaints == []


async def test_another_phone_and_a_new_beginning(visitor: Visitor) -> None:
    page = visitor.page
    await visitor.say("oi, quero botox", answer="Botox")
    await page.get_by_role("link", name="Luzinete Bezerra").click()
    await expect(page.locator("#talk")).to_contain_text("Escreva como uma paciente")
    await page.get_by_role("link", name="Débora Siqueira").click()
    await expect(page.locator("#talk")).to_contain_text("Botox")
    await page.get_by_role("button", name="Recomeçar a conversa").click()
    await expect(page.locator("#talk")).to_contain_text("Escreva como uma paciente", timeout=PATIENCE_MS)
    assert visitor.complaints == []


async def test_what_was_missed_while_away_is_there_afterwards(visitor: Visitor) -> None:
    """The stream is cut while Anna answers; what comes back is rendered from rows, so nothing is lost."""
    page = visitor.page
    await page.route("**/fragment*", lambda route: route.abort())
    visitor.house.clock.advance(timedelta(minutes=1))
    await page.get_by_label("Mensagem").fill("quero botox")
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Mensagem")).to_have_value("")
    while await visitor.house.value("select count(*) from whatsapp.mensagens where status = 'entregue'") < 1:
        await page.wait_for_timeout(50)
    await expect(page.locator("#talk")).to_contain_text("Escreva como uma paciente")
    await page.unroute("**/fragment*")
    await visitor.house.talk(
        "5511900000186", "oi", name="Priscila Nakamura"
    )  # any news makes every page look again
    await visitor.hears("Botox")


async def test_the_keyboard_alone_is_enough(visitor: Visitor) -> None:
    page = visitor.page
    for _ in range(30):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.id") == "escrever":
            break
    await page.keyboard.type("quero marcar limpeza de pele sexta as 10")
    visitor.house.clock.advance(timedelta(minutes=1))
    await page.keyboard.press("Enter")
    await visitor.hears(ASKS_PHONE)
    assert (
        await page.evaluate("document.activeElement.id") == "escrever"
    )  # the focus is not lost when the page changes


async def test_without_script_a_conversation_can_be_held(browser: Browser, living: House, base: str) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(base)
    await page.get_by_label("Mensagem").fill("quero botox")
    await page.get_by_role("button", name="Enviar").click()
    for _ in range(50):
        if await page.locator("#talk").get_by_text("a Anna, assistente").count():
            break
        await page.get_by_role("link", name="ver de novo").click()
    await expect(page.locator("#talk")).to_contain_text("quero botox")
    await expect(page.locator("#talk")).to_contain_text("a Anna, assistente")
    await context.close()
