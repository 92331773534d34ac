import ArgumentParser
import EVFacts
import Foundation

/// `evfacts ask`: a question in words, answered with facts and their sentences.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answer a question from the facts.",
    discussion: """
      Understands English, German, French, Italian, Spanish and Chinese. A question that is not understood in full gets
      no answer: the words that could not be placed are named on standard error, and the exit status is 2.

      Without a question it asks for them on a terminal: the arrow keys bring back earlier ones, Tab completes names,
      Ctrl-D leaves. Otherwise it reads questions from standard input, one a line.

      EXAMPLES
        evfacts ask "which models launch in 2025"
        evfacts ask "Wie viele Händler hat BYD in Deutschland?"
        evfacts ask --format json --explain "what is Xiaomi's sales target for 2024"
        evfacts ask
        evfacts ask --format json < questions.txt
      """)

  @Argument(help: "The question, in quotation marks or not; none to be asked for them.")
  var question: [String] = []

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
    let reader = DefaultQuestionReader(store: store)
    if !question.isEmpty {
      guard try answer(question.joined(separator: " "), in: store, reader) else { throw ExitCode(2) }
    } else if isatty(STDIN_FILENO) == 1 {
      try converse(in: store, reader)
    } else {
      try answerLines(in: store, reader)
    }
  }

  /// Asks a person until they leave.
  private func converse(in store: FactStore, _ reader: DefaultQuestionReader) throws {
    Notes.write("Ask in any of the six languages. Tab completes names, Ctrl-D leaves.")
    let prompt = QuestionPrompt(store: store)
    while let question = prompt.next() {
      _ = try answer(question, in: store, reader, isTyped: true)
      try TextOutput().writeNow("\n")
    }
  }

  /// Answers the lines of standard input; one that is not understood does not keep the others from their answers.
  private func answerLines(in store: FactStore, _ reader: DefaultQuestionReader) throws {
    let lines = LineReader(descriptor: STDIN_FILENO)
    var asked = 0
    var isUnderstood = true
    while let line = try lines.nextLine() {
      // A line past the limit is refused as any other long one is.
      var question = "…"
      if case .bytes(let bytes) = line { question = String(decoding: bytes, as: UTF8.self) }
      question = question.trimmingCharacters(in: .whitespacesAndNewlines)
      guard !question.isEmpty else { continue }
      asked += 1
      if asked > 1, format.format == .table { try TextOutput().writeNow("\n") }
      if try !answer(question, in: store, reader) { isUnderstood = false }
    }
    guard asked > 0 else {
      throw ValidationError("there is no question. Try: evfacts ask \"which models launch in 2025\"")
    }
    if !isUnderstood { throw ExitCode(2) }
  }

  /// Prints the answer to a question, or why there is none; whether it was understood.
  private func answer(
    _ question: String, in store: FactStore, _ reader: DefaultQuestionReader, isTyped: Bool = false
  ) throws -> Bool {
    let answer: Answer
    do {
      answer = try Answer(
        to: question, in: store, reader: reader, today: today ?? DateArgument.today,
        scope: FactScope(allClaims: claims, minConfidence: confidence.minConfidence))
    } catch let refusal as RefusedQuestion {
      Notes.write(isTyped ? refusal.text() : "Error: \(refusal)")
      return false
    }
    if explain { Notes.write("Read as: \(answer.read.reading)\nSQL: \(answer.sql)") }
    if answer.rows.isEmpty { try database.noteNothing(in: store) }
    let output = TextOutput()
    switch format.format {
    case .json: try output.writeNow(answer.json + "\n")
    case .table:
      try output.writeNow(answer.sentence + "\n\n")
      try format.write(FactReport.of(answer.rows, remarks: try answer.support(in: store)), to: output)
    default: try format.write(FactReport.of(answer.rows), to: output)
    }
    return true
  }
}
