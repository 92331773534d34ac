import ArgumentParser
import EVFacts

/// `evfacts ask`: a question in words, answered with facts and their sentences.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answer a question from the facts.",
    discussion: """
      Understands English, German, French, Italian, Spanish and Chinese. A question that is not understood in full gets
      no answer: the words that could not be placed are named on standard error, and the exit status is 2.

      EXAMPLES
        evfacts ask "which models launch in 2025"
        evfacts ask "Wie viele Händler hat BYD in Deutschland?"
        evfacts ask --format json --explain "what is Xiaomi's sales target for 2024"
      """)

  @Argument(help: "The question, in quotation marks or not.")
  var question: [String]

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  @Flag(help: "Say how the question was read, with the SQL that answers it.")
  var explain = false

  @Flag(help: "Answer from all that anyone claims, not from what is believed.")
  var claims = false

  @OptionGroup var confidence: ConfidenceOption

  @Option(
    help: ArgumentHelp("The day that \"next year\" counts from; else today.", valueName: "date"),
    transform: DateArgument.day)
  var today: Day?

  func run() throws {
    let store = try database.openForReading()
    let answer: Answer
    do {
      answer = try Answer(
        to: question.joined(separator: " "), in: store, reader: DefaultQuestionReader(store: store),
        today: today ?? DateArgument.today,
        scope: FactScope(allClaims: claims, minConfidence: confidence.minConfidence))
    } catch let refusal as RefusedQuestion {
      Notes.write("Error: \(refusal)")
      throw ExitCode(2)
    }
    if explain { Notes.write("Read as: \(answer.read.reading)\nSQL: \(answer.sql)") }
    if answer.rows.isEmpty { try database.noteNothing(in: store) }
    let output = TextOutput()
    if format.format == .table { try output.writeNow(answer.sentence + "\n\n") }
    guard format.format == .json else { return try format.write(FactReport.of(answer.rows), to: output) }
    try output.writeNow(answer.json + "\n")
  }
}
