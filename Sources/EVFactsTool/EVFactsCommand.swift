import ArgumentParser
import EVFacts
import Serving

@main
struct EVFactsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evfacts",
    abstract: "Turns news about electric cars into facts that can be asked.",
    discussion: """
      EXAMPLES
        evfacts ingest Examples/articles
        evfacts ask "which models launch in 2025"
        evfacts export launches --format csv -o launches.csv

      EXIT STATUS
        0  done
        1  failed
        2  the question was not understood
        64 wrong usage
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Articles to facts",
        subcommands: [
          IngestCommand.self, FeedsCommand.self, ReadCommand.self, ExtractCommand.self, MentionsCommand.self,
          EvaluateCommand.self,
        ]),
      CommandGroup(
        name: "Facts to answers",
        subcommands: [
          AskCommand.self, HistoryCommand.self, ConflictsCommand.self, ReportCommand.self, ExportCommand.self,
          ImportCommand.self,
        ]),
      CommandGroup(
        name: "Looking around",
        subcommands: [
          ServeCommand.self, SearchCommand.self, ArticlesCommand.self, ModelsCommand.self, FactsCommand.self,
        ]),
      CommandGroup(
        name: "What you know better",
        subcommands: [
          ReviewCommand.self, CorrectCommand.self, DropCommand.self, RestoreCommand.self,
          CorrectionsCommand.self, AliasCommand.self, CatalogueCommand.self, ReextractCommand.self,
        ]),
      CommandGroup(
        name: "Care of the database",
        subcommands: [
          CheckCommand.self, SQLCommand.self, SchemaCommand.self, BackupCommand.self, MergeCommand.self,
          ForgetCommand.self,
        ]),
    ])
}

extension EVFactsCommand {
  /// Runs the command; what fails is told on one line, the message and what to try.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error where isOurs(error) {
      exit(withError: OneLineError(error))
    } catch {
      exit(withError: error)
    }
  }

  /// Whether an error comes from the work and not from ArgumentParser, which has its own way to tell of wrong usage.
  private static func isOurs(_ error: any Error) -> Bool {
    error is FileError || error is ReadingError || error is StoringError || error is LookupError
      || error is CatalogueError || error is FormatError || error is XLSXFormat.Failure
      || error is CorrectionError || error is FetchError || error is ServingError
      || error is AccessToken.Failure
  }
}

/// An error whose `Try:` stands on the line of its message.
private struct OneLineError: Error, CustomStringConvertible {
  let description: String

  init(_ error: any Error) {
    description = "\(error)".split(separator: "\n").joined(separator: " ")
  }
}
