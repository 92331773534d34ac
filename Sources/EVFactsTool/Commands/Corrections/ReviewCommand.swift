import ArgumentParser
import EVFacts
import Foundation

/// `evfacts review`: doubtful facts and new models, one by one.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Go through doubtful facts and new models one by one: keep, drop, correct, skip or undo.",
    discussion: """
      Each fact is shown with its sentence. The answers, each a letter and return:
        k  keep: it is right, and is not asked again
        d  drop: it is no fact                      d an advertisement
        c  correct: field=value, several apart by ; c value=130000; market=DE
        s  skip: asked again next time
        u  undo the last answer
        q  leave; what was answered is stored

      Then models that the catalogue does not have: keep takes one into it, drop drops all facts of it, correct gives it
      the name of one that is there (c SU7 Ultra).

      EXAMPLES
        evfacts review
        evfacts review --below 0.8 --limit 20
        evfacts review --only models
      """)

  /// What is gone through.
  enum Part: String, CaseIterable, ExpressibleByArgument { case facts, models }

  @OptionGroup var database: DatabaseOption

  @Option(help: ArgumentHelp("Facts that the extractor is less sure of, 0 to 1.", valueName: "number"))
  var below = 0.7

  @Option(help: ArgumentHelp("The most that is asked.", valueName: "number"))
  var limit = 100

  @Option(help: "Only facts, or only models.")
  var only: Part?

  func validate() throws {
    guard (0...1).contains(below) else {
      throw ValidationError("--below is between 0 and 1. Try: --below 0.7")
    }
    guard limit > 0 else { throw ValidationError("--limit is at least 1. Try: --limit 20") }
  }

  func run() throws {
    let store = try database.openForChanging()
    let review = try Review(store: store, below: below, limit: limit)
    let items = try (only == .models ? [] : review.facts()) + (only == .facts ? [] : review.models())
    let left = items.prefix(limit)
    guard !left.isEmpty else { return Notes.write("There is nothing to review. Try: --below 0.9") }
    let session = ReviewSession(review: review, items: Array(left), style: .ofTerminal)
    try session.run()
    Notes.write(session.summary)
  }
}

/// The questions and answers of a review on a terminal.
final class ReviewSession {
  private let review: Review
  private let items: [Review.Item]
  private let style: TextStyle
  private var answers: [Review.Answer: Int] = [:]
  private var done: [(place: Int, undo: Review.Undo, answer: Review.Answer)] = []

  init(review: Review, items: [Review.Item], style: TextStyle) {
    self.review = review
    self.items = items
    self.style = style
  }

  /// `3 kept, 1 dropped`.
  var summary: String {
    let parts = Review.Answer.allCases.compactMap { answer in
      answers[answer].flatMap { $0 > 0 ? "\($0) \(answer.word)" : nil }
    }
    return parts.isEmpty ? "nothing was changed" : parts.joined(separator: ", ")
  }

  /// Asks until nothing is left, the person leaves, or the input ends.
  func run() throws {
    let output = TextOutput()
    var place = 0
    var isShown = false
    while true {
      guard place < items.count else {
        // The last answer can be taken back too.
        guard !done.isEmpty else { return }
        try output.writeNow("That was the last. Return to leave, u to undo? ")
        guard readLine()?.lowercased().hasPrefix("u") == true, let last = try undo() else { return }
        place = last
        continue
      }
      if !isShown {
        try output.writeNow("\n" + review.words(of: items[place], number: place + 1, of: items.count, style))
      }
      isShown = true
      try output.writeNow("keep, drop, correct, skip, undo, quit? ")
      guard let line = readLine() else {
        try output.writeNow("\n")
        return
      }
      let words = line.trimmingCharacters(in: .whitespaces)
      let rest = String(words.drop { $0 != " " }).trimmingCharacters(in: .whitespaces)
      switch words.prefix(1).lowercased() {
      case "k": place = try act(.kept, at: place) { try review.keep(items[place]) }
      case "d":
        place = try act(.dropped, at: place) { try review.drop(items[place], why: rest.isEmpty ? nil : rest) }
      case "s":
        answers[.skipped, default: 0] += 1
        place += 1
      case "q": return
      case "u":
        guard let last = try undo() else {
          Notes.write("There is nothing to undo.")
          continue
        }
        place = last
      case "c" where !rest.isEmpty:
        do {
          place = try act(.corrected, at: place) { try review.correct(items[place], rest) }
        } catch let error as CorrectionError {
          Notes.write("\(error)")
          continue
        } catch let error as CatalogueError {
          Notes.write("\(error)")
          continue
        }
      default:
        Notes.write("k, d, c field=value, s, u or q")
        continue
      }
      isShown = false
    }
  }

  /// Takes the last answer back, and tells what it was about.
  private func undo() throws -> Int? {
    guard let last = done.popLast() else { return nil }
    try review.undo(last.undo)
    answers[last.answer, default: 1] -= 1
    return last.place
  }

  private func act(_ answer: Review.Answer, at place: Int, _ body: () throws -> Review.Undo) throws -> Int {
    done.append((place, try body(), answer))
    answers[answer, default: 0] += 1
    return place + 1
  }
}
