import CLibEdit
import EVFacts
import Foundation

/// The questions of earlier prompts, in a file of the person's own; without a home there is none, and nothing is said.
struct QuestionHistory {
  private let file: URL?

  /// The file `evfacts/questions` in `$XDG_STATE_HOME`, else in `~/.local/state`.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let state = environment["XDG_STATE_HOME", default: ""]
    let home = environment["HOME", default: ""]
    if !state.isEmpty {
      file = URL(filePath: state).appending(path: "evfacts/questions")
    } else if !home.isEmpty {
      file = URL(filePath: home).appending(path: ".local/state/evfacts/questions")
    } else {
      file = nil
    }
  }

  /// Puts the earlier questions within reach of the arrow keys.
  func load() {
    guard let path = file?.path(percentEncoded: false) else { return }
    _ = read_history(path)
  }

  /// Keeps a question, once where it is asked again.
  func add(_ question: String) {
    if let last = current_history(), let line = last.pointee.line, String(cString: line) == question {
      return
    }
    _ = add_history(question)
    guard let file else { return }
    let folder = file.deletingLastPathComponent()
    // What a person asks is nobody else's business.
    guard
      (try? FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])) != nil
    else { return }
    _ = write_history(file.path(percentEncoded: false))
    try? FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: file.path(percentEncoded: false))
  }
}
