import Facts
import Lexicon
import Testing

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    ("Der Hersteller will bis Ende des Jahres 200 Filialen in Europa eröffnen.", LanguageCode.german),
    ("The company says it will open two hundred stores in Europe by the end of the year.", .english),
    ("Le constructeur veut ouvrir deux cents magasins en Europe d'ici à la fin de l'année.", .french),
    ("Il costruttore vuole aprire duecento negozi in Europa entro la fine dell'anno.", .italian),
    ("El fabricante quiere abrir doscientas tiendas en Europa antes de que acabe el año.", .spanish),
    ("小米汽车计划今年交付35万辆，并在欧洲开设门店。", .chinese),
    ("小米汽車計劃今年交付35萬輛，並在歐洲開設門市。", .chinese),
    ("De fabrikant wil voor het einde van het jaar tweehonderd winkels in Europa openen.", .other),
    ("O fabricante quer abrir duzentas lojas na Europa até ao fim do ano, segundo um porta-voz.", .other),
    (
      "El fabricant vol obrir dues-centes botigues a Europa abans que acabi l'any, segons un portaveu.",
      .other
    ),
    ("Tillverkaren vill öppna tvåhundra butiker i Europa före årets slut, säger en talesman.", .other),
    ("同社は年末までにヨーロッパで二百の店舗を開く計画だと発表した。", .other),
    ("Компания хочет открыть двести магазинов в Европе до конца года.", .other),
    ("이 회사는 연말까지 유럽에 이백 개의 매장을 열 계획이다.", .other),
  ])
  func tellsALead(text: String, language: LanguageCode) {
    #expect(LanguageGuess.language(of: text) == language)
  }

  @Test func aHintDecidesOnlyWhereTheTextDoesNot() {
    #expect(LanguageGuess.language(of: "Xiaomi SU7 Ultra", hint: .french) == .french)
    #expect(LanguageGuess.language(of: "Xiaomi SU7 Ultra") == .other)
    #expect(
      LanguageGuess.language(of: "Das Auto ist für die Stadt nicht zu groß.", hint: .english) == .german)
  }

  @Test func latinNamesDoNotHideChinese() {
    #expect(LanguageGuess.language(of: "Model Y L与Model 3在中国上市，BYD Seal 06 DM-i同日亮相。") == .chinese)
    #expect(
      LanguageGuess.language(of: "The new 海鸥 (Seagull) is sold as the Dolphin Surf in Europe.") == .english)
  }
}
