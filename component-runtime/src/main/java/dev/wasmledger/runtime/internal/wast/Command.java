package dev.wasmledger.runtime.internal.wast;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One command of a script. Names are empty where the script gives none. */
sealed interface Command {

    /** A module or component to define, and to instantiate. */
    record Module(String name, String file) implements Command {}

    record Definition(String name, String file) implements Command {}

    record Instantiation(String instance, String definition) implements Command {}

    /** A call on its own: it must not trap. */
    record Call(Action action) implements Command {}

    record Returns(Action action, List<JsonNode> expected) implements Command {}

    record Traps(Action action, String text) implements Command {}

    record TrapsAtInstantiation(String file, String text) implements Command {}

    record Unlinkable(String file) implements Command {}

    /** A module or component that must be rejected. */
    record Rejected(String file, String text) implements Command {}

    /** One that this runner cannot judge. */
    record Unjudged(String reason) implements Command {}

    /** A call of an exported function. */
    record Action(String instance, String function, List<JsonNode> arguments) {}
}
