package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The samples, copied to an empty place and run there as a user runs them. {@link DocumentedCommandsTest} has the README's in
 * processes of their own.
 */
class LedgersTest {

    @TempDir
    private Path folder;

    @Test
    void runsTheCreditsSampleAndChangesNothingTheSecondTime() {
        ProjectFiles.copySample("credits", folder);

        Command.Result first = succeeds("run", "credits/ledger.yaml");
        assertThat(first.output())
                .contains("21 transactions", "19 posted", "1 vetoed", "1 rejected")
                .containsSubsequence("vetoed: usage-acme-bulk", "spending-limit:")
                .containsSubsequence("rejected: usage-cobalt-1008", "exceeds credits")
                .contains("debits equal credits in each asset")
                .contains("projection classes")
                .doesNotContain("nothing changed");
        assertThat(folder.resolve("credits/ledger.wasm")).isRegularFile();
        assertThat(folder.resolve("credits/ledger.lock")).isRegularFile();

        Command.Result second = succeeds("run", "credits/ledger.yaml");
        assertThat(second.output()).contains("19 known already", "1 vetoed", "1 rejected", "nothing changed");
        assertThat(head(second)).isEqualTo(head(first));
        assertThat(succeeds("log", "verify", "credits/ledger.yaml").output()).contains("is whole");
    }

    @Test
    void isWhatItsFileSaysItIsMadeOf() throws IOException {
        Path yaml = ProjectFiles.copySample("credits", folder).resolve("ledger.yaml");
        String strict = Files.readString(yaml);

        Files.writeString(yaml, strict.replace("limit: 20000", "limit: 100"));
        assertThat(runAfresh("credits").output()).contains("10 posted", "11 vetoed");
        Files.writeString(yaml, strict.replace("limit: 20000", "limit: 50000"));
        assertThat(runAfresh("credits").output())
                .contains("20 posted", "1 rejected")
                .doesNotContain("vetoed");
        Files.writeString(yaml, strict.replaceAll("(?s)policies:.*?projections:", "projections:"));
        assertThat(runAfresh("credits").output())
                .contains("20 posted", "1 rejected")
                .doesNotContain("vetoed", "gate");
        Files.writeString(yaml, strict.replaceAll("(?s)policies:.*?projections:", """
                policies:
                  no-spending:
                    component: wasmledger:deny-list@0.1.0
                    config: {codes: 20}
                projections:"""));
        assertThat(runAfresh("credits").output())
                .contains("10 posted", "11 vetoed", "no-spending:")
                .doesNotContain("rejected");
        Files.writeString(yaml, strict);
        assertThat(runAfresh("credits").output()).contains("19 posted", "1 vetoed", "1 rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drewr3", "standard"})
    void importsRealJournalsToTheReferencesBalances(String name) throws IOException {
        Path journals =
                Path.of(System.getProperty("journals.dir")).toAbsolutePath().normalize();
        if (System.getenv("CI") == null) {
            assumeThat(journals).exists();
        }
        ProjectFiles.copySample("household", folder);
        String journal = journals.resolve(name + ".dat").toString();

        Command.Result imported = succeeds("import", "household/ledger.yaml", journal);
        String expected =
                Files.readString(journals.resolve(name + ".ledger.tsv")).replace(",", "");
        assertThat(succeeds("balances", "household/ledger.yaml", "--tsv").output())
                .isEqualTo(expected);

        assertThat(succeeds("replay", "household/ledger.yaml", "--audit").output())
                .contains("came out the same");

        Command.Result again = succeeds("import", "household/ledger.yaml", journal);
        assertThat(again.output()).contains("known already", "nothing changed");
        assertThat(head(again)).isEqualTo(head(imported));
        assertThat(succeeds("balances", "household/ledger.yaml", "--tsv").output())
                .isEqualTo(expected);
    }

    @Test
    void postsNothingOfAJournalThatHasAMistake() throws IOException {
        Path sample = ProjectFiles.copySample("household", folder);
        Command.Result imported = succeeds("import", "household/ledger.yaml", "household/journal.dat");
        Path journal = sample.resolve("journal.dat");
        Files.writeString(journal, Files.readString(journal) + """

                2026/03/11 * Good
                    Assets:Checking  $1.00
                    Equity:Opening

                2026/03/12 * Not so good
                    Assets:Checking  $1.00
                    Equity:Opening   $-2.00
                """);

        Command.Result refused =
                Command.inProcess(folder, List.of("import", "household/ledger.yaml", "household/journal.dat"));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("household/journal.dat:", ":1: error[JNL0008]");
        Files.writeString(journal, Files.readString(journal).replace("$-2.00", "$-1.00"));
        Command.Result mended = succeeds("import", "household/ledger.yaml", "household/journal.dat");
        assertThat(mended.output()).contains("10 transactions", "2 posted", "8 known already");
        assertThat(head(mended)).isNotEqualTo(head(imported));
    }

    @Test
    void findsWhatWasChangedInTheLog() throws IOException {
        Path sample = ProjectFiles.copySample("credits", folder);
        succeeds("run", "credits/ledger.yaml");
        Path log = sample.resolve("state/ledger-000001.log");
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length / 2] ^= 1;
        Files.write(log, bytes);

        Command.Result verified = Command.inProcess(folder, List.of("log", "verify", "credits/ledger.yaml"));

        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.output()).contains("damaged:");
    }

    @Test
    void carriesTheLogOutAgainAndProvesWhatIsInIt() throws IOException {
        ProjectFiles.copySample("credits", folder);
        Command.Result ran = succeeds("run", "credits/ledger.yaml");
        String head = head(ran).replaceFirst(".*(sha256:\\p{XDigit}+).*", "$1");

        Command.Result audited = succeeds("replay", "credits/ledger.yaml", "--audit");
        assertThat(audited.output()).contains("came out the same", head);
        assertThat(succeeds("log", "show", "credits/ledger.yaml").output())
                .containsPattern("(?m)^1  .* deployment  ")
                .containsPattern("(?m)^4  .* commit: \\d+, events: \\d+  ");

        Command.Result proof = succeeds("log", "prove", "credits/ledger.yaml", "usage-acme-bulk");
        Files.writeString(folder.resolve("proof.json"), proof.output());
        assertThat(succeeds("log", "check-proof", "proof.json", "--head", head).output())
                .startsWith("usage-acme-bulk was asked for, and not committed, by frame 4 ");
        Command.Result other = Command.inProcess(
                folder, List.of("log", "check-proof", "proof.json", "--head", head.replaceFirst("\\p{XDigit}$", "")));
        assertThat(other.exitCode()).isEqualTo(2);
        Command.Result wrong = Command.inProcess(
                folder, List.of("log", "check-proof", "proof.json", "--head", "sha256:" + "0".repeat(64)));
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.output()).startsWith("the proof proves nothing");
    }

    @Test
    void goesOverToAnotherDeploymentOnceThatIsConfirmed() throws IOException {
        Path yaml = ProjectFiles.copySample("credits", folder).resolve("ledger.yaml");
        String strict = Files.readString(yaml);
        succeeds("run", "credits/ledger.yaml");
        Path lock = yaml.resolveSibling("ledger.lock");
        String active = Files.readString(lock);
        Files.writeString(yaml, strict.replace("limit: 20000", "limit: 50000"));

        Command.Result refused = Command.inProcess(folder, List.of("run", "credits/ledger.yaml"));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("error[DEPLOY0001]", "wasmledger deploy " + yaml);
        assertThat(lock).as("what is beside the file is still the active one's").hasContent(active);

        Command.Result checked = Command.inProcess(folder, List.of("deploy", "credits/ledger.yaml", "--check"));
        assertThat(checked.exitCode()).as(checked.errors()).isEqualTo(1);
        assertThat(checked.output())
                .contains("active since frame 1", "spending-limit: config limit, 20000 becomes 50000")
                .containsSubsequence(
                        "2 different outcomes",
                        "frame 4, usage-acme-bulk (transfer ",
                        "was      vetoed, by spending-limit: 8075 spent of 20000",
                        "would be created, by engine: 24000 of asset ");
        assertThat(Command.inProcess(folder, List.of("deploy", "credits/ledger.yaml"))
                        .errors())
                .as("nobody is there to confirm it")
                .contains("nothing is deployed without --yes");

        assertThat(succeeds("deploy", "credits/ledger.yaml", "--yes").output())
                .contains("head of the log: sequence 5, ");
        assertThat(succeeds("run", "credits/ledger.yaml").output()).contains("1 posted", "19 known already");
        assertThat(succeeds("deploy", "credits/ledger.yaml", "--back-to", "4", "--yes")
                        .output())
                .contains("50000 becomes 20000", "head of the log: sequence 7, ");
        Files.writeString(yaml, strict);
        assertThat(succeeds("run", "credits/ledger.yaml").output()).contains("20 known already");
        assertThat(succeeds("replay", "credits/ledger.yaml", "--audit").output())
                .contains("came out the same");
    }

    @Test
    void saysHowATransactionCameToWhatItIs() {
        ProjectFiles.copySample("credits", folder);
        succeeds("run", "credits/ledger.yaml");

        assertThat(succeeds("why", "credits/ledger.yaml", "usage-acme-bulk").output())
                .containsSubsequence(
                        "frame 4, ",
                        "24000 CREDIT from customers:acme to credits:used: vetoed, by spending-limit",
                        "spending-limit ",
                        "vetoed: 8075 spent of 20000",
                        "gate-spending-limit ",
                        "held it back",
                        "engine ",
                        "not reached");
        assertThat(succeeds("why", "credits/ledger.yaml", "usage-cobalt-1008").output())
                .containsSubsequence(
                        "exceeds credits, by engine", "had no objection", "let it pass", "exceeds-credits");
        Command.Result unknown = Command.inProcess(folder, List.of("why", "credits/ledger.yaml", "no-such"));
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.errors())
                .contains("no frame of the log in ", "hint: what the ledger was asked for is there");
    }

    @Test
    void triesOutTakesBackAndLooksBack() throws IOException {
        Path sample = ProjectFiles.copySample("credits", folder);

        assertThat(succeeds("run", "credits/ledger.yaml", "--dry-run").output())
                .contains("nothing of this is kept: 21 transactions", "  capital: posted, says engine")
                .containsSubsequence(
                        "usage-acme-bulk: vetoed (", ", says spending-limit", "gate-spending-limit: objects to 1 of 2")
                .contains("trial balance as it would be: debits equal credits in each asset");
        assertThat(sample.resolve("state")).doesNotExist();
        assertThat(sample.resolve("ledger.wasm")).doesNotExist();

        String head = head(succeeds("run", "credits/ledger.yaml"));
        succeeds("run", "credits/ledger.yaml", "--dry-run");
        String before = succeeds("balances", "credits/ledger.yaml").output();
        assertThat(head(succeeds("run", "credits/ledger.yaml"))).isEqualTo(head);

        assertThat(succeeds("revert", "credits/ledger.yaml", "usage-acme-1002").output())
                .startsWith("reverted: usage-acme-1002, by transaction ");
        assertThat(succeeds("balances", "credits/ledger.yaml").output()).isNotEqualTo(before);
        assertThat(succeeds("balances", "credits/ledger.yaml", "--at", "4").output())
                .isEqualTo(before);
        assertThat(succeeds("balances", "credits/ledger.yaml", "--at", "2020-01-01T00:00:00Z")
                        .output())
                .isEmpty();
        assertThat(succeeds("revert", "credits/ledger.yaml", "usage-acme-1002", "--json")
                        .output())
                .contains("\"outcome\" : \"reverted-before\"");
        Command.Result missing = Command.inProcess(folder, List.of("revert", "credits/ledger.yaml", "nothing"));
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.output()).startsWith("not found: the books have no transaction nothing");
        Command.Result beyond = Command.inProcess(folder, List.of("balances", "credits/ledger.yaml", "--at", "9"));
        assertThat(beyond.exitCode()).isEqualTo(2);
        assertThat(beyond.errors()).contains("error[BOOK0006]: the log has no frame 9: its last one is 5");
    }

    private Command.Result runAfresh(String sample) throws IOException {
        Path state = folder.resolve(sample).resolve("state");
        if (Files.exists(state)) {
            Files.move(state, Files.createTempDirectory(folder, "state").resolve("state"));
        }
        return succeeds("run", sample + "/ledger.yaml");
    }

    private Command.Result succeeds(String... arguments) {
        Command.Result result = Command.inProcess(folder, List.of(arguments));
        assertThat(result.exitCode()).as(result.errors()).isZero();
        return result;
    }

    private static String head(Command.Result result) {
        return result.output()
                .lines()
                .filter(line -> line.startsWith("head of the log"))
                .findFirst()
                .orElseThrow();
    }
}
