import Facts
import Finding
import Lexicon
import Testing

/// What is about cars is read further, and nothing else.
@Suite struct CarTopicTests {
  private static let topic = CarTopic(lexicon: .standard)

  static let aboutCars = [
    "Tesla sold 3,000 cars in May 2024.", "BYD Dolphin Surf ab 2025 in Europa", "小米SU7上半年交付13万辆。",
    "Xiaomi will 2024 genau 130 000 SU7 verkaufen.",
    "La berlina elettrica della Lanwei costerà 32.900 euro e arriverà nelle concessionarie a giugno.",
    "Le constructeur veut écouler 20 000 berlines électriques par an.",
    "Los coches eléctricos de la marca costarán menos.",
    """
    Halvar, a start-up from Gothenburg, has shown its first sedan. The electric four-door goes 610 km by WLTP and will be \
    built from 2027. Orders open in May, and the firm hopes to sell 12,000 cars in its first full year.
    """,
  ]

  private func isMatter(_ text: String, title: String? = nil) -> Bool {
    CarTopicTests.topic.isMatter(of: text, title: title)
  }

  @Test(arguments: aboutCars) func isAboutCars(text: String) { #expect(isMatter(text)) }

  static let aboutOthers = [
    "The senator said on Monday that 3,000 people had signed the letter, and that the president would answer it in May.",
    """
    Police found the woman, 34, in a parked car near the station. She was taken to hospital. Officers asked anyone who saw \
    a grey van between nine and ten to call. A reward of $5,000 has been offered, and 1,200 leaflets were handed out by \
    volunteers on Saturday. The family thanked the neighbours, who had searched the woods for two days in heavy rain.
    """,
    """
    Headphones from Soundly cost $129 instead of $179 this week. The speaker Move 2 lasts 20 hours on its battery, and its \
    charger is now smaller. Two colours, black and olive, launch in May; the maker expects to sell 400,000 of them. A watch \
    follows in autumn, for which the company has taken 12,000 orders since it opened the list at the beginning of the year.
    """,
    "Der Verein hat 2024 genau 130 000 Mitglieder gewonnen, sagte der Vorsitzende in München.",
    "Il comune ha venduto 1.200 biglietti per la mostra, che aprirà a maggio in via Roma.",
    "新しい駅は2025年に開業する予定です。", "医院去年接诊病人13万人次，今年上半年又增加了两成。", "",
  ]

  @Test(arguments: aboutOthers) func isAboutSomethingElse(text: String) { #expect(!isMatter(text)) }

  @Test func theTitleCounts() {
    let text = "The company wants 40,000 of them on the road by 2027 and asks 31,000 euros for each."
    #expect(!isMatter(text))
    #expect(isMatter(text, title: "Kia's next electric car"))
  }

  @Test func wordsMustStandTogether() {
    let filler = String(repeating: "Nothing of that kind was said on that day by anyone. ", count: 60)
    let words = ["An electric train came. ", "A sedan passed. ", "A Ford was seen. ", "A hybrid form. "]
    #expect(isMatter(words.joined() + filler))
    #expect(!isMatter(words.joined(separator: filler) + filler))
  }

  @Test func aNameOfOnesOwnCounts() {
    let text = "Zypheron delivered 4,000 in May and 6,000 in June, said its chief."
    #expect(!isMatter(text))
    let lexicon = Lexicon.standard(with: [.init(.maker, manufacturer: "Zypheron")])
    let isKnown = CarTopic(lexicon: lexicon).isMatter(of: text)
    #expect(isKnown)
  }
}
