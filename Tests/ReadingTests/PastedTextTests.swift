import Facts
import Reading
import Testing

@Suite struct PastedTextTests {
  private func read(_ text: String, name: String = "pasted.txt") throws -> Article {
    try #require(try ArticleReader().read(bytes: Array(text.utf8), name: name).first).article
  }

  @Test func takesTitleParagraphsAndLinksApart() throws {
    let article = try read(
      """
      Kommt der Lumo bald nach Österreich?
      Wir würden uns freuen. Doch so einfach ist es nicht.
      Der Hersteller Lumo EV plant laut dem Fachblatt AutoRadar, zunächst kleine Stückzahlen zu liefern. Mehr als 40 Läden hat er schon.
      Die Limousine L5, im vergangenen Mai in China gestartet, soll 2024 auf 90 000 Einheiten kommen.
      À LIRE AUSSI : Darf Lumo das ?
      This page is translated from the original post "Le Lumo arrive" lang Französisch.
      Wir empfehlen Ihnenauch:
      Weitere Artikel auch
      """)
    #expect(article.title == "Kommt der Lumo bald nach Österreich?")
    #expect(article.text.hasPrefix("Wir würden uns freuen. Doch so einfach ist es nicht.\n\nDer Hersteller"))
    #expect(article.text.hasSuffix("90 000 Einheiten kommen."))
    #expect(article.language == .german)
    #expect(article.published == nil)
  }

  @Test(arguments: [
    ("Lesen Sie auch: Der neue Lumo im Test", "Der Wagen kostet 30.000 Euro und kommt im Mai nach Europa."),
    ("Read more: The Lumo L5 driven", "The car costs 30,000 euros and reaches Europe in the month of May."),
    (
      "À lire aussi : le Lumo L5 à l'essai",
      "La voiture coûte 30 000 euros et arrive en Europe au mois de mai."
    ),
    (
      "Leggi anche: la prova della Lumo L5", "L'auto costa 30.000 euro e arriva in Europa nel mese di maggio."
    ),
    (
      "Lee también: la prueba del Lumo L5", "El coche cuesta 30.000 euros y llega a Europa en el mes de mayo."
    ),
    ("延伸阅读：流明L5试驾", "这款车售价30万元，将于五月进入欧洲市场。"),
  ])
  func dropsALinkAtTheEnd(link: String, text: String) throws {
    #expect(try read("Lumo L5\n" + text + "\n" + text + "\n" + link).text == text + "\n\n" + text)
  }

  @Test func dropsTheTitlesUnderAHeadingOfLinks() throws {
    let article = try read(
      "A first sentence stands here.\n\nA second one.\n\nRelated articles\nLumo shows the L5\nLumo sells more cars"
    )
    #expect(article.text == "A first sentence stands here.\n\nA second one.")
  }

  @Test func joinsLinesThatAMarginBroke() throws {
    let article = try read(
      """
      Lumo plans more shops

      The maker of electric cars says that it will open two hundred shops in
      Europe before the end of the year, most of them in Germany and France,
      and hire staff.

      A second paragraph begins here, and it is broken at the same margin as
      the first.
      """)
    #expect(article.title == "Lumo plans more shops")
    #expect(
      article.text == """
        The maker of electric cars says that it will open two hundred shops in Europe before the end of the year, most of \
        them in Germany and France, and hire staff.

        A second paragraph begins here, and it is broken at the same margin as the first.
        """)
  }

  @Test func joinsBrokenChineseWithoutSpaces() throws {
    let article = try read("流明公布销量\n\n流明汽车周二表示，公司去年在中国交付了十二万辆\n电动汽车，今年的目标是二十万辆，并计划进入欧\n洲市场。该公司目前有一百家门店。")
    #expect(article.text.hasPrefix("流明汽车周二表示，公司去年在中国交付了十二万辆电动汽车，"))
    #expect(!article.text.contains("\n"))
    #expect(article.language == .chinese)
  }

  @Test func keepsListLinesApart() throws {
    let article = try read(
      "Prices\n\nThe prices are as follows, in euros:\nL5: 30,000\nL5 Max: 36,000\nL7: 41,000\n\nDeliveries begin in May."
    )
    #expect(
      article.text
        == "The prices are as follows, in euros:\n\nL5: 30,000\n\nL5 Max: 36,000\n\nL7: 41,000\n\nDeliveries begin in May."
    )
  }

  @Test func aFirstSentenceIsNoTitle() throws {
    let article = try read("The Lumo L5 costs 30,000 euros.\nIt comes in May, says the maker of the car.")
    #expect(article.title == nil)
    #expect(article.text.hasPrefix("The Lumo L5 costs"))
  }

  @Test func markdownLosesItsMarks() throws {
    let article = try read(
      "# Lumo L5\n\nThe **L5** costs [30,000 euros](https://example.com/l5) in Germany.\n\n## Range\n\nIt goes 500 km, says the maker.",
      name: "a.md")
    #expect(article.title == "Lumo L5")
    #expect(
      article.text == "The L5 costs 30,000 euros in Germany.\n\nRange\n\nIt goes 500 km, says the maker.")
  }

  @Test func lineEndsAndAccentsTakeOneForm() throws {
    let article = try read(
      "Title\r\n\r\nLe prix e\u{301}lectrique est bas, dit la marque.\r\rIl est de 30 000 euros.")
    #expect(article.text == "Le prix \u{E9}lectrique est bas, dit la marque.\n\nIl est de 30 000 euros.")
    #expect(
      Array(article.text.utf8)
        == Array("Le prix \u{E9}lectrique est bas, dit la marque.\n\nIl est de 30 000 euros.".utf8))
  }
}
