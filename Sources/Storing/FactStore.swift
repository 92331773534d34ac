import Facts
import GRDB
import Migrations

/// The database: articles, claims, and what is believed of them.
public final class FactStore: Sendable {
}
