import Facts
import Testing

@Suite struct NameKeyTests {
  @Test(arguments: [
    ("Mercedes-Benz", "mercedesbenz"), ("MERCEDES BENZ", "mercedesbenz"), ("Škoda", "skoda"),
    ("Citroën", "citroen"),
    ("Citroe\u{308}n", "citroen"), ("ID.3", "id3"), ("Li Auto", "liauto"), ("秦PLUS", "秦plus"),
    ("C10+", "c10plus"),
    ("Ｍ９", "m9"), ("Straße", "strasse"), ("e:Ny1", "eny1"), ("Ora™", "oratm"), ("№ 8²", "no82"),
    ("Ærø", "ærø"),
    ("СВЯТОГОР", "святогор"), ("问界 M9", "问界m9"), ("", ""), ("-–—'’", ""), ("İ", "i"), ("ﬁ", "fi"),
  ])
  func namesAreComparedByLettersAndDigits(name: String, key: String) {
    #expect(nameKey(name) == key)
  }
}
