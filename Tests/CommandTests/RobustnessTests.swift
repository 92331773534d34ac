import Foundation
import Testing

/// What an ingest leaves behind where it is not alone, or does not come to its end.
@Suite struct RobustnessTests {
  /// Short articles, each with a fact or two.
  private static func articles(_ numbers: Range<Int>) -> [String] {
    numbers.map { number in
      let text = "Xiaomi plans to sell \(number + 1)00 SU7 in 2025, desk \(number) of the paper writes."
      return
        "{\"id\": \"a\(number)\", \"published\": \"2025-01-02\", \"language\": \"en\", \"text\": \"\(text)\"}"
    }
  }

  /// Writes articles as files of a folder, so that they are many inputs.
  private static func write(_ numbers: Range<Int>, to name: String, in folder: Folder) throws {
    for (number, article) in zip(numbers, articles(numbers)) {
      try folder.write("\(name)/\(number).json", article)
    }
  }

  private static func count(in folder: Folder) throws -> Int {
    try folder.run("articles", "--format", "jsonl").output.split(separator: "\n").count
  }

  private static func expectSound(_ folder: Folder, database: String = "evfacts.sqlite") throws {
    let check = try folder.run("check", "--db", database, "--format", "csv")
    #expect(check.status == 0, "\(check.output)\(check.notes)")
    #expect(check.output.contains("places in the text,ok"))
  }

  @Test func twoAtOnceStoreWhatBothRead() throws {
    let folder = try Folder()
    try Self.write(0..<240, to: "one", in: folder)
    // Some of it is read by both.
    try Self.write(200..<440, to: "two", in: folder)
    let first = try RunningProgram(["ingest", "one"], in: folder, output: "one.out", notes: "one.err")
    let second = try RunningProgram(["ingest", "two"], in: folder, output: "two.out", notes: "two.err")
    let statuses = [first.wait(), second.wait()]
    let notes = try ["one.err", "two.err"].map {
      try String(contentsOfFile: folder.path($0), encoding: .utf8)
    }
    #expect(statuses == [0, 0], "\(notes)")
    #expect(try Self.count(in: folder) == 440)
    try Self.expectSound(folder)
  }

  /// Ten moments from the start to the end of a run, each killed, on one database.
  @Test func killedAtAnyMomentItGoesOn() throws {
    let folder = try Folder()
    try Self.write(0..<600, to: "news", in: folder)
    for moment in 0..<10 {
      let run = try RunningProgram(["ingest", "news"], in: folder, output: "run.out", notes: "run.err")
      usleep(UInt32(moment * moment) * 15_000)
      run.send(SIGKILL)
      _ = run.wait()
      guard folder.has("evfacts.sqlite") else { continue }
      // Where it was killed before the schema was there, nothing was stored yet.
      let listed = try folder.run("articles", "--format", "csv")
      guard listed.status == 0 else {
        #expect(listed.notes.hasPrefix("Error: "))
        continue
      }
      try Self.expectSound(folder)
      let reported = try String(contentsOfFile: folder.path("run.out"), encoding: .utf8).split(
        separator: "\n"
      )
      .filter { !$0.hasPrefix(" ") }.compactMap { $0.split(separator: ":").first }
      for id in reported { #expect(listed.output.contains("\(id),"), "\(id) was reported") }
    }
    #expect(try folder.run("ingest", "--quiet", "news").status == 0)
    #expect(try Self.count(in: folder) == 600)
    try Self.expectSound(folder)
  }

  /// The articles come through a pipe that the test holds open, so that the signal comes in the middle.
  @Test(arguments: [SIGINT, SIGTERM])
  func askedToStopItStoresWhatIsFinished(signal: Int32) throws {
    let folder = try Folder()
    let lines = Self.articles(0..<300).map { $0 + "\n" }
    #expect(mkfifo(folder.path("news.jsonl"), 0o600) == 0)
    let run = try RunningProgram(["ingest", "news.jsonl"], in: folder)
    let pipe = try FileHandle(forWritingTo: folder.url.appending(path: "news.jsonl"))
    try pipe.write(contentsOf: Data(lines.prefix(250).joined().utf8))
    // Waits until all of them were read and stored.
    for _ in 0..<3000 {
      if folder.has("evfacts.sqlite"), (try? Self.count(in: folder)) ?? 0 == 250 { break }
      usleep(20_000)
    }
    run.send(signal)
    // One more is on its way when the signal comes.
    usleep(50_000)
    try pipe.write(contentsOf: Data(lines[250].utf8))
    try pipe.close()
    #expect(run.wait() == 128 + signal)
    let notes = try String(contentsOfFile: folder.path("stderr"), encoding: .utf8)
    #expect(notes.contains("Stopped before the end. Try: the same command again"))
    #expect(try [250, 251].contains(Self.count(in: folder)))
    try Self.expectSound(folder)
    try FileManager.default.removeItem(atPath: folder.path("news.jsonl"))
    try folder.write("news.jsonl", lines.joined())
    #expect(try folder.run("ingest", "news.jsonl").status == 0)
    #expect(try Self.count(in: folder) == 300)
  }

  @Test(arguments: [64, 1024, 5000, 40_000])
  func aTruncatedDatabaseIsSaidToBeDamagedAndLeftAlone(size: Int) throws {
    let folder = try Folder.withFacts()
    try folder.write("a.txt", "Der SU7 kommt.")
    let whole = try folder.databaseBytes()
    #expect(whole.count > 40_000)
    try folder.write("evfacts.sqlite", whole.prefix(size))
    for arguments in [["ingest", "a.txt"], ["check"], ["articles"]] {
      let run = try Program.run(arguments, in: folder)
      #expect(run.status == 1, "\(arguments)")
      #expect(run.notes.contains("Error: ") && run.notes.contains(" Try: "), "\(arguments): \(run.notes)")
    }
    #expect(try folder.databaseBytes() == whole.prefix(size))
  }

  @Test func aCheckSaysWhatIsWrong() throws {
    let folder = try Folder.withFacts()
    var bytes = try folder.databaseBytes()
    // Another first word in a text whose claims stand further on.
    let place = try #require(bytes.range(of: Data("130,000 SU7 sedans".utf8)))
    bytes.replaceSubrange(place, with: Data("987,654 SU7 sedans".utf8))
    try folder.write("evfacts.sqlite", bytes)
    let run = try folder.run("check")
    #expect(run.status == 1)
    #expect(run.output.contains("wrong"))
    #expect(run.notes.hasPrefix("Error: 'evfacts.sqlite' has ") && run.notes.contains(" Try: "))
  }
}

/// What an ingest says where the disk is full or may not be written to; needs a small file system of its own.
@Suite(.serialized, .enabled(if: SmallDisk.canBeMade, "needs the right to mount a file system"))
struct SmallDiskTests {
  @Test func aFullDiskIsToldAndNothingThatWasStoredIsLost() throws {
    let folder = try Folder()
    let disk = try SmallDisk(at: folder.path("disk"), kilobytes: 900)
    try folder.write("first.jsonl", Self.lines(0..<5))
    try folder.write("more.jsonl", Self.lines(5..<4000))
    #expect(try folder.run("ingest", "--quiet", "--db", "disk/a.sqlite", "first.jsonl").status == 0)
    let full = try folder.run("ingest", "--quiet", "--db", "disk/a.sqlite", "more.jsonl")
    #expect(full.status == 1)
    #expect(full.notes.hasPrefix("Error: the disk is full; "), "\(full.notes)")
    #expect(full.notes.contains(" Try: "))
    let listed = try folder.run("articles", "--db", "disk/a.sqlite", "--format", "csv")
    #expect((0..<5).allSatisfy { listed.output.contains("a\($0),") })
    #expect(try folder.run("check", "--db", "disk/a.sqlite").status == 0)
    try disk.remount("size=64m")
    #expect(try folder.run("ingest", "--quiet", "--db", "disk/a.sqlite", "more.jsonl").status == 0)
    #expect(try folder.run("check", "--db", "disk/a.sqlite").status == 0)
  }

  @Test func aReadOnlyDiskIsToldAndCanBeAsked() throws {
    let folder = try Folder()
    let disk = try SmallDisk(at: folder.path("disk"), kilobytes: 8000)
    try folder.write("first.jsonl", Self.lines(0..<5))
    try folder.write("more.jsonl", Self.lines(5..<9))
    #expect(try folder.run("ingest", "--quiet", "--db", "disk/a.sqlite", "first.jsonl").status == 0)
    try disk.remount("ro")
    let run = try folder.run("ingest", "--quiet", "--db", "disk/a.sqlite", "more.jsonl")
    #expect(run.status == 1)
    #expect(run.notes.hasPrefix("Error: cannot ") && run.notes.contains(" Try: "), "\(run.notes)")
    #expect(try folder.run("articles", "--db", "disk/a.sqlite", "--format", "csv").output.contains("a4,"))
    #expect(try folder.run("check", "--db", "disk/a.sqlite").status == 0)
  }

  private static func lines(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      let text = (0..<20).map { "Word\(number * 31 + $0) of article \(number)." }.joined(separator: " ")
      return "{\"id\": \"a\(number)\", \"language\": \"en\", \"text\": \"\(text)\"}\n"
    }.joined()
  }
}

/// A file system of a few kilobytes, in memory.
final class SmallDisk {
  private let path: String

  /// Whether this system and this person can make one.
  static let canBeMade: Bool = {
    guard getuid() == 0, let folder = try? Folder() else { return false }
    return (try? SmallDisk(at: folder.path("disk"), kilobytes: 64)) != nil
  }()

  init(at path: String, kilobytes: Int) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Self.run(["mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path])
  }

  deinit { try? Self.run(["umount", "-l", path]) }

  func remount(_ option: String) throws { try Self.run(["mount", "-o", "remount,\(option)", path]) }

  private static func run(_ words: [String]) throws {
    let status = try Spawning.status(
      of: "/bin/\(words[0])", Array(words.dropFirst()), in: "/",
      environment: ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"],
      output: "/dev/null", notes: "/dev/null")
    guard status == 0 else { throw CocoaError(.featureUnsupported) }
  }
}
