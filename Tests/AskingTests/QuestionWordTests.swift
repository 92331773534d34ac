import Asking
import Facts
import Testing

/// The files of question words.
@Suite struct QuestionWordTests {
  @Test(arguments: [LanguageCode.german, .english, .french, .italian, .spanish, .chinese])
  func everyRoleIsKnown(_ language: LanguageCode) {
    #expect(QuestionWordFiles.faults(of: language) == [])
  }
}
