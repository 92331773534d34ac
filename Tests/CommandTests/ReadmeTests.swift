import Foundation
import Testing

/// What the README shows is what the program does.
@Suite struct ReadmeTests {
  static let readme = Program.package.appending(path: "README.md")

  /// Runs the commands of the blocks marked `console` in order, in a folder with the sample articles.
  ///
  /// With `EVFACTS_UPDATE_README=1` the README gets what they print; look at what changed before you keep it.
  @Test func commandsDoWhatTheReadmeShows() throws {
    let shown = try String(contentsOf: Self.readme, encoding: .utf8)
    let actual = try Self.withOutputs(shown)
    if ProcessInfo.processInfo.environment["EVFACTS_UPDATE_README"] == "1" {
      return try actual.write(to: Self.readme, atomically: true, encoding: .utf8)
    }
    for (shown, actual) in zip(shown.split(separator: "\n"), actual.split(separator: "\n"))
    where shown != actual {
      Issue.record("the README shows\n  \(shown)\nand the program prints\n  \(actual)")
      break
    }
    #expect(shown == actual)
  }

  /// The text with what its commands print now below each.
  private static func withOutputs(_ readme: String) throws -> String {
    let folder = try Folder()
    let examples = Program.package.appending(path: "Examples")
    try FileManager.default.copyItem(at: examples, to: folder.url.appending(path: "Examples"))
    var lines: [String] = []
    var isConsole = false
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isConsole = line == "```console" }
      if !isConsole || line.hasPrefix("```") {
        lines.append(String(line))
      } else if line.hasPrefix("$ ") {
        lines.append(String(line))
        let output = try run(String(line.dropFirst(2)), in: folder)
        lines += output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// What a person sees who types the command: both outputs.
  private static func run(_ command: String, in folder: Folder) throws -> String {
    let programs = Program.path.deletingLastPathComponent().path(percentEncoded: false)
    let file = try folder.write("shown", Data())
    let place = file.path(percentEncoded: false)
    _ = try Spawning.status(
      of: "/bin/bash", ["-c", "exec 2>&1; \(command)"], in: folder.url.path(percentEncoded: false),
      environment: ["PATH": "\(programs):/usr/bin:/bin"], output: place, notes: "/dev/null")
    return try String(contentsOf: file, encoding: .utf8)
  }
}
