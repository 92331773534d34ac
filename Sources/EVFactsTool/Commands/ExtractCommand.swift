import ArgumentParser
import EVFacts
import Foundation

/// `evfacts extract`: articles in, JSON lines with facts out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read articles and print their facts as JSON lines; stores nothing.",
    discussion: """
      Without files, reads from standard input one object a line: id and text, and where known title, published,
      publisher, url and language. Prints one line for each, in the same order: {"id", "language", "models", "facts"}.
      A line that cannot be read, is no article or is longer than 64 MB gives {"id", "line", "error"}, and the next
      goes on.

      With files and folders, reads what evfacts read reads, and prints a line for each article, with the path of its
      file, and title, published, publisher and url as they were read. What cannot be read gives {"id": null, "path",
      "error"}.

      EXAMPLES
        evfacts extract < articles.jsonl > facts.jsonl
        evfacts extract crawl.warc.gz pages/ > facts.jsonl
        evfacts extract --min-confidence 0.9 --explain < articles.jsonl
        evfacts extract --catalogue names.tsv < articles.jsonl
      """)

  @Argument(help: "Files and folders; - is standard input with a page, a feed or an archive.")
  var paths: [String] = []

  @Flag(help: "Read the names of the files from standard input, one a line.")
  var filesFromInput = false

  @OptionGroup var confidence: ConfidenceOption

  @Flag(
    help:
      "Add to each fact the words that decided, as \"trail\", and to each article the numbers that became none, with why, as \"left_out\"."
  )
  var explain = false

  @Flag(help: "Add the article's title, published, publisher and url, as they were given.")
  var metadata = false

  @Flag(
    help: "Add to each article with facts, as \"story\", by what copies of its story are known.")
  var signature = false

  @Flag(
    help: "A key and a tab stand before each line, going in and coming out, and \"line\" is left out.")
  var keyed = false

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var catalogue: CatalogueOption

  @OptionGroup var jobs: JobsOption

  private var readsFiles: Bool { filesFromInput || !paths.isEmpty }

  func validate() throws {
    if keyed && readsFiles {
      throw ValidationError("--keyed is for lines of standard input. Try: without files")
    }
    if filesFromInput && !paths.isEmpty {
      throw ValidationError("--files-from-input takes the place of files. Try: one of the two")
    }
    if !readsFiles && reading.overrides != ReadingOverrides() {
      throw ValidationError(
        "lines say themselves when and by whom they were published. Try: fields of the lines")
    }
  }

  func run() throws {
    let output = TextOutput()
    let fields = ExtractedFields(
      minConfidence: confidence.minConfidence, explains: explain, tellsArticle: metadata || readsFiles,
      signs: signature)
    let extraction = Extraction(fields: fields, names: try catalogue.rows)
    guard readsFiles else {
      return try extraction.run(from: STDIN_FILENO, isKeyed: keyed, jobs: jobs.count) {
        try output.writeNow($0)
      }
    }
    // A name that came over standard input is told of in its place among the answers if it is no file.
    let files = filesFromInput ? try names(of: STDIN_FILENO) : try reading.files(of: paths)
    let count = try extraction.run(files: files, overrides: reading.overrides, jobs: jobs.count) {
      try output.writeNow($0)
    }
    Notes.passedOver(count.passedOver)
  }

  private func names(of descriptor: Int32) throws -> [String] {
    let reader = LineReader(descriptor: descriptor)
    var names: [String] = []
    while let line = try reader.nextLine() {
      guard case .bytes(let bytes) = line, !bytes.isEmpty else { continue }
      names.append(String(decoding: bytes, as: UTF8.self))
    }
    return names
  }
}
