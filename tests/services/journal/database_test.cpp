#include "services/failure.h"
#include "services/journal/data_folder.h"
#include "services/journal/database.h"
#include "services/journal/sqlite_failure.h"
#include "services/journal/transaction.h"
#include "tests/support/failures.h"
#include "tests/support/raw_database.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <sqlite3.h>

#include <cerrno>
#include <fstream>

using namespace guitai;
using Kind = ServiceFailure::Kind;

namespace
{

std::filesystem::path emptyFile(const TemporaryFolder& folder)
{
    makeEmptyFile(folder / "test.db");
    return folder / "test.db";
}

} // namespace

TEST_CASE("Database sets what must be set, and reads it back")
{
    const auto folder = TemporaryFolder{};
    auto database = Database{emptyFile(folder), Database::Access::readWrite};
    database.useDurableLog();
    CHECK(database.pragma("journal_mode") == "wal");
    CHECK(database.pragma("synchronous") == "2");
    CHECK(database.pragma("foreign_keys") == "1");
    CHECK(database.pragma("secure_delete") == "1");
    CHECK(database.pragma("temp_store") == "2");
    CHECK(database.pragma("trusted_schema") == "0");
    CHECK(database.pragma("cell_size_check") == "1");
    CHECK(database.pragma("mmap_size") == "0");
    CHECK(database.pragma("journal_size_limit") == "16777216");
    CHECK(database.pragma("busy_timeout") == "5000");
    SUBCASE("the schema cannot be written behind SQLite's back")
    {
        database.run("CREATE TABLE t (x)");
        database.run("PRAGMA writable_schema = ON");
        CHECK_THROWS_AS(database.run("UPDATE sqlite_schema SET sql = ''"), ServiceFailure);
    }
}

TEST_CASE("Database opens paths with blanks, equals signs and Chinese characters")
{
    for (const auto* name :
         {"a b", "a  b ", "x=1", "数据 夹=一", "db=\u3000", "'quoted'", "100%"}) {
        const auto folder = TemporaryFolder{name};
        INFO(name);
        {
            auto database = Database{emptyFile(folder), Database::Access::readWrite};
            database.run("CREATE TABLE here (x)");
        }
        CHECK(RawDatabase{folder / "test.db"}.value("SELECT name FROM sqlite_schema") == "here");
    }
    SUBCASE("and refuses a double quote, which SOCI cannot pass on")
    {
        const auto folder = TemporaryFolder{"a\"b"};
        const auto file = emptyFile(folder);
        CHECK(failureOf([&] { Database(file, Database::Access::readWrite); }) == Kind::notFound);
    }
}

TEST_CASE("Database binds and reads every value exactly")
{
    auto database = Database{":memory:", Database::Access::readWrite};
    database.run("CREATE TABLE t (i INTEGER, t TEXT, b BLOB)");
    const auto numbers = {
        std::int64_t{0}, std::int64_t{-1}, std::int64_t{3000000000}, INT64_MAX, INT64_MIN};
    const auto texts = {std::string{}, std::string("a\0b", 3), std::string{"':x\" 汉𬳽\u202E"}};
    auto blob = Bytes(100000);
    for (std::size_t i = 0; i < blob.size(); ++i)
        blob[i] = static_cast<std::byte>(i * 7 & 0xFFU);
    for (const auto number : numbers)
        for (const auto& text : texts)
            for (const auto& bytes : {Bytes{}, Bytes(3), blob, Bytes(1)}) {
                database.change("INSERT INTO t VALUES (?, ?, ?)", {number, text, bytes});
                auto rows =
                    database.select("SELECT i, t, b FROM t ORDER BY rowid DESC LIMIT 1", "itb");
                REQUIRE(rows.next());
                CHECK(rows.integer(0) == number);
                CHECK(rows.text(1) == text);
                CHECK(rows.blob(2) == bytes);
                CHECK_FALSE(rows.next());
            }
}

TEST_CASE("Database lets no text of a library out")
{
    auto database = Database{":memory:", Database::Access::readWrite};
    database.run("CREATE TABLE t (number TEXT NOT NULL UNIQUE)");
    const auto secret = std::string{"110108201503070026"};
    database.change("INSERT INTO t VALUES (?)", {secret});
    try {
        database.change("INSERT INTO t VALUES (?)", {secret});
        FAIL("a second one went in");
    } catch (const ServiceFailure& failure) {
        CHECK(std::string{failure.what()}.find(secret) == std::string::npos);
        CHECK(std::string{failure.what()} == "SQLite 2067, errno 0"); // SQLITE_CONSTRAINT_UNIQUE
        CHECK(failure.kind() == Kind::internal);
    }
    CHECK(database.isUsable());
    SUBCASE("a NULL where none may be is damage")
    {
        database.run("CREATE TABLE n (x TEXT); INSERT INTO n VALUES (NULL)");
        CHECK(failureOf([&] { database.select("SELECT x FROM n", "t").next(); }) == Kind::damaged);
    }
}

TEST_CASE("Transaction")
{
    const auto folder = TemporaryFolder{};
    auto database = Database{emptyFile(folder), Database::Access::readWrite};
    database.run("CREATE TABLE t (x INTEGER)");
    const auto count = [&] {
        auto rows = database.select("SELECT count(*) FROM t", "i");
        rows.next();
        return rows.integer(0);
    };
    SUBCASE("keeps what was committed and nothing else")
    {
        {
            auto transaction = Transaction{database};
            database.change("INSERT INTO t VALUES (?)", {std::int64_t{1}});
        }
        CHECK(count() == 0);
        {
            auto transaction = Transaction{database};
            database.change("INSERT INTO t VALUES (?)", {std::int64_t{1}});
            transaction.commit();
        }
        CHECK(count() == 1);
    }
    SUBCASE("takes the write lock at its beginning")
    {
        auto transaction = Transaction{database};
        auto raw = RawDatabase{folder / "test.db"};
        CHECK_THROWS_AS(raw.run("BEGIN IMMEDIATE"), std::runtime_error);
    }
}

TEST_CASE("Database refuses what is no database")
{
    const auto folder = TemporaryFolder{};
    const auto file = folder / "test.db";
    CHECK(failureOf([&] { Database(file, Database::Access::readWrite); }) == Kind::notFound);
    std::ofstream{file} << std::string(5000, 'x');
    CHECK(failureOf([&] {
              auto database = Database{file, Database::Access::readWrite};
              database.useDurableLog();
          }) == Kind::damaged);
}

TEST_CASE("sqliteFailure tells the kinds apart")
{
    CHECK(sqliteFailure(SQLITE_FULL, 0).kind() == Kind::diskFull);
    CHECK(sqliteFailure(SQLITE_IOERR_WRITE, ENOSPC).kind() == Kind::diskFull);
    CHECK(sqliteFailure(SQLITE_IOERR_FSYNC, EIO).kind() == Kind::disk);
    CHECK(sqliteFailure(SQLITE_CANTOPEN, EROFS).kind() == Kind::readOnly);
    CHECK(sqliteFailure(SQLITE_CANTOPEN, ENOENT).kind() == Kind::disk);
    CHECK(sqliteFailure(SQLITE_IOERR_READ, 0, "/").kind() == Kind::disk);
    CHECK(sqliteFailure(SQLITE_IOERR_WRITE, 0, "/proc").kind() == Kind::diskFull); // has no blocks
    CHECK(sqliteFailure(SQLITE_READONLY_DBMOVED, 0).kind() == Kind::readOnly);
    CHECK(sqliteFailure(SQLITE_CORRUPT_INDEX, 0).kind() == Kind::damaged);
    CHECK(sqliteFailure(SQLITE_NOTADB, 0).kind() == Kind::damaged);
    CHECK(sqliteFailure(SQLITE_BUSY_SNAPSHOT, 0).kind() == Kind::inUse);
    CHECK(sqliteFailure(SQLITE_CONSTRAINT_UNIQUE, 0).kind() == Kind::internal);
    CHECK(leavesConnectionUsable(SQLITE_CONSTRAINT_UNIQUE));
    CHECK_FALSE(leavesConnectionUsable(SQLITE_IOERR_FSYNC));
    CHECK_FALSE(leavesConnectionUsable(SQLITE_FULL));
}
