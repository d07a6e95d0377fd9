package dev.wasmledger.cli;

import dev.wasmledger.cli.booking.StoppedException;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.Trap;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How errors are told: diagnostics as they are, everything else in one line. */
final class Errors {

    private Errors() {}

    /** Wrong arguments. */
    static int printUsageError(ParameterException error, String[] arguments) {
        CommandLine line = error.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("wasmledger: " + String.valueOf(error.getMessage()).replaceFirst("^Error: ", ""));
        CommandLine.UnmatchedArgumentException.printSuggestions(error, err);
        err.println("Try `" + line.getCommandSpec().qualifiedName() + " --help`.");
        return ExitCode.WRONG_INPUT;
    }

    /** An error of a command that ran. */
    static int print(Exception error, CommandLine line, boolean verbose) {
        PrintWriter err = line.getErr();
        int exitCode = switch (error) {
            case DiagnosticException wrong -> {
                err.println(wrong.getMessage());
                yield ExitCode.WRONG_INPUT;
            }
            case IOException failed -> failed(err, failed);
            case UncheckedIOException failed -> failed(err, failed);
            case LinkException unfit -> failed(err, unfit);
            case Trap trapped -> {
                int failed = failed(err, trapped);
                trapped.coreStack().forEach(frame -> err.println("  in " + frame.text()));
                yield failed;
            }
            case StoppedException stopped -> failed(err, stopped);
            case QueryFailedException stopped -> failed(err, stopped);
            default -> failed(err, error, "unexpected error: ", verbose ? "" : " (--verbose prints its trace)");
        };
        if (verbose) {
            error.printStackTrace(err);
        }
        err.flush();
        return exitCode;
    }

    private static int failed(PrintWriter err, Exception error) {
        return failed(err, error, "", "");
    }

    private static int failed(PrintWriter err, Exception error, String before, String behind) {
        err.println("wasmledger: " + before + message(error) + behind);
        return ExitCode.FAILED;
    }

    private static String message(Exception error) {
        if (error instanceof AccessDeniedException denied && denied.getReason() == null) {
            return "no access to " + denied.getFile();
        }
        if (error instanceof NoSuchFileException missing && missing.getReason() == null) {
            return "there is no file " + missing.getFile();
        }
        String message = error.getMessage();
        String kind = error.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? kind
                : message.lines().findFirst().orElse(kind);
    }
}
