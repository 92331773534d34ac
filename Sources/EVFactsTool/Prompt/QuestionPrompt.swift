import CLibEdit
import EVFacts
import Foundation
import Synchronization

/// The prompt of `evfacts ask` on a terminal: a line with editing, the questions of before by the arrow keys, names
/// completed by Tab; Ctrl-D leaves.
struct QuestionPrompt {
  private static let sign = "> "
  private let history: QuestionHistory
  /// What people type who do not know of Ctrl-D.
  private static let leaving: Set<String> = ["exit", "quit", "q", ":q"]

  init(store: FactStore) {
    history = QuestionHistory()
    Completing.use(store)
    clibedit_begin(Completing.next, isatty(STDOUT_FILENO))
    history.load()
  }

  /// The next question; `nil` when the person leaves.
  func next() -> String? {
    while true {
      guard let read = readline(Self.sign) else {
        // The shell's prompt begins on a line of its own.
        Notes.write("")
        return nil
      }
      defer { free(read) }
      let question = String(cString: read).trimmingCharacters(in: .whitespaces)
      guard !question.isEmpty else { continue }
      if Self.leaving.contains(question.lowercased()) { return nil }
      history.add(question)
      return question
    }
  }
}

/// Gives libedit the completions one by one.
private enum Completing {
  private struct State {
    var store: FactStore?
    var completion: NameCompletion?
    var endings: [String] = []
  }

  private static let state = Mutex(State())

  static func use(_ store: FactStore) { state.withLock { $0 = State(store: store) } }

  /// The completion of a number, `nil` behind the last; with number zero they are looked for.
  static let next: clibedit_completer = { _, number in
    let line = clibedit_line().map {
      String(decoding: Data(bytes: $0, count: Int(clibedit_cursor())), as: UTF8.self)
    }
    return state.withLock { state in
      if number == 0 {
        // The names are read when they are first asked for.
        if state.completion == nil { state.completion = state.store.map { NameCompletion(store: $0) } }
        state.endings = state.completion?.endings(of: line ?? "") ?? []
      }
      // libedit counts on from zero, but may ask for the next with any number above.
      guard !state.endings.isEmpty else { return nil }
      return strdup(state.endings.removeFirst())
    }
  }
}
