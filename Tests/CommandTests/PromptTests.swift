import Foundation
import Testing

/// `evfacts ask` without a question: on a terminal, and with questions on standard input.
@Suite struct PromptTests {
  @Test func aPersonAsksAndLeaves() throws {
    let folder = try Folder.withFacts()
    let terminal = try Terminal(["ask"], in: folder)
    #expect(terminal.waits(for: "Ctrl-D leaves"))
    #expect(terminal.waits(for: "> "))
    terminal.type("how much is the weather\r")
    #expect(terminal.waits(for: "'weather'"), "\(terminal.shown)")
    #expect(terminal.waits(for: "> "))
    terminal.type("what is Xiaomi's sales target for 2024\r")
    #expect(terminal.waits(for: "2024"), "\(terminal.shown)")
    #expect(terminal.waits(for: "> "))
    // Ctrl-U first: keys that come before the prompt listens may stand in the line.
    #expect(terminal.ended(by: "\u{15}\u{4}") == 0)
    // What was asked is there the next time, and nobody else can read it.
    let kept = folder.url.appending(path: ".local/state/evfacts/questions").path(percentEncoded: false)
    #expect(FileManager.default.fileExists(atPath: kept))
    let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func tabCompletesNames() throws {
    let terminal = try Terminal(["ask"], in: try Folder.withFacts())
    #expect(terminal.waits(for: "> "))
    terminal.type("how much is the Lucid Gravi\t\r")
    #expect(terminal.waits(for: "Lucid Gravity"), "\(terminal.shown)")
    #expect(terminal.waits(for: "> "))
    #expect(terminal.ended(by: "\u{15}quit\r") == 0)
  }

  @Test func theArrowsBringBackEarlierQuestions() throws {
    let folder = try Folder.withFacts()
    let first = try Terminal(["ask"], in: folder)
    #expect(first.waits(for: "> "))
    first.type("which sedans does Xiaomi have\r")
    #expect(first.waits(for: "> "))
    #expect(first.ended(by: "\u{15}exit\r") == 0)
    let second = try Terminal(["ask"], in: folder)
    #expect(second.waits(for: "> "))
    second.type("\u{1B}[A")
    #expect(second.waits(for: "which sedans does Xiaomi have"), "\(second.shown)")
    #expect(second.ended(by: "\u{15}\u{4}") == 0)
  }

  @Test func questionsComeLineByLine() throws {
    let run = try Folder.withFacts().run(
      "ask", "--format", "json",
      input: "which sedans does Xiaomi have\n\n  when does the YU7 arrive  \r\nwhich models launch in 2025")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"question\": \"") && $0.hasSuffix("]}") })
    #expect(lines[1].hasPrefix("{\"question\": \"when does the YU7 arrive\""))
  }

  @Test func aLineThatIsNotUnderstoodDoesNotKeepTheOthersFromTheirAnswers() throws {
    let run = try Folder.withFacts().run(
      "ask", "--format", "json", input: "what will the weather be\nwhich sedans does Xiaomi have\n")
    #expect(run.status == 2)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.notes.contains("'weather'"))
  }

  @Test(arguments: ["", "\n \n\t\n"])
  func noQuestionIsWrongUsage(input: String) throws {
    let run = try Folder.withFacts().run("ask", input: input)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.notes.contains("there is no question. Try: evfacts ask \"which models launch in 2025\""))
  }

  @Test func anythingOnALineIsData() throws {
    let folder = try Folder.withFacts()
    let before = try folder.databaseBytes()
    let hostile = [
      "'; DROP TABLE facts; --", "\" OR 1=1 --", String(repeating: "小米 ", count: 150_000),
      "\u{0}\u{1}\u{1B}[2J", "%s%n",
      "\u{FEFF}\u{202E}5202", String(repeating: "which models launch in 2025 ", count: 40_000),
    ]
    let run = try folder.run(
      "ask", input: hostile.joined(separator: "\n") + "\nwhat is Xiaomi's sales target for 2024\n")
    #expect(run.status == 2)
    #expect(run.output.contains("Xiaomi"))
    #expect(!run.notes.contains("\u{1B}"))
    #expect(try folder.databaseBytes() == before)
  }
}
