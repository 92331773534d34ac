import ArgumentParser
import EVFacts

/// What a person says of the articles; it counts more than what they say of themselves.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The day they were published, as 2024-11-30.", valueName: "date"),
    transform: DateArgument.day)
  var published: Day?

  @Option(help: ArgumentHelp("Who published them.", valueName: "name"))
  var publisher: String?

  @Option(help: ArgumentHelp("The address of the article; for one file only.", valueName: "url"))
  var url: String?

  @Option(help: ArgumentHelp("Their language: de, en, fr, it, es or zh.", valueName: "code"))
  var language: LanguageCode?

  @Option(help: ArgumentHelp("Their encoding, such as gb18030.", valueName: "name"))
  var encoding: String?

  /// The overrides.
  var overrides: ReadingOverrides {
    ReadingOverrides(
      published: published, publisher: publisher, url: url, language: language, encoding: encoding)
  }

  /// The files that paths name: a folder names all article files below it.
  func files(of paths: [String]) throws -> [String] {
    let files = try paths.flatMap { path in path == "-" ? [path] : try FolderWalk.files(at: path) }
    if url != nil, files.count > 1 {
      throw ValidationError(
        "--url is the address of one article, and these are \(files.count) files. Try: one file")
    }
    return files
  }
}

extension LanguageCode: ExpressibleByArgument {}
