package dev.wasmledger.benchmarks.transfers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Samples of the stack within {@link Composed#commit}, told by the room that each was taken in and by the crossings that led
 * there. The stack says both: a call between components goes through an adapter that is named after the function, one to
 * the host through the class that implements the import, and memory that a crossing asks for through {@code realloc}.
 */
final class Profile {

    private static final String GENERATED = "dev.wasmledger.runtime.generated.";
    private static final String TABLES = "dev.wasmledger.ledger.internal.table.";
    private static final String IMPORT = "Import$Answering";
    private static final String BINDINGS = "dev.wasmledger.ledger.bindings.";

    /** How many samples were taken of a crossing. */
    static final class Crossing {
        int copying;
        int allocating;
        int behind;
    }

    private final Map<String, Integer> rooms = new TreeMap<>();
    private final Map<String, Crossing> crossings = new LinkedHashMap<>();
    private int samples;

    private Profile() {}

    /** Takes samples while that runs. */
    static Profile of(Runnable work) {
        var profile = new Profile();
        try (var recording = new Recording()) {
            enableSamples(recording);
            recording.start();
            work.run();
            recording.stop();
            Path file = Files.createTempFile("crossings", ".jfr");
            try {
                recording.dump(file);
                RecordingFile.readAllEvents(file).forEach(event -> profile.take(event.getStackTrace()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return profile;
    }

    /** A sample of each millisecond; of the processor's time where this JVM can tell it from what the thread only waits. */
    private static void enableSamples(Recording recording) {
        boolean hasCpuTime = FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .anyMatch(type -> type.getName().equals("jdk.CPUTimeSample"));
        if (hasCpuTime) {
            recording.enable("jdk.CPUTimeSample").with("throttle", "1 ms");
        } else {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(1));
        }
    }

    int samples() {
        return samples;
    }

    /** Samples by room, the most first. */
    List<Map.Entry<String, Integer>> rooms() {
        var sorted = new ArrayList<>(rooms.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        return sorted;
    }

    /** By caller, callee and function. */
    Map<String, Crossing> crossings() {
        return crossings;
    }

    private void take(RecordedStackTrace stack) {
        var place = new Place();
        List<RecordedFrame> frames = stack.getFrames();
        frames.reversed()
                .forEach(frame -> place.enter(
                        frame.getMethod().getType().getName(), frame.getMethod().getName()));
        if (!place.committing) {
            return;
        }
        samples++;
        rooms.merge(place.room, 1, Integer::sum);
        place.entered.forEach(name -> {
            Crossing crossing = crossings.computeIfAbsent(name, key -> new Crossing());
            boolean isInnermost = name.equals(place.crossing);
            if (isInnermost && place.room.equals(Place.ALLOCATING)) {
                crossing.allocating++;
            } else if (isInnermost && place.room.equals(Place.COPYING)) {
                crossing.copying++;
            } else {
                crossing.behind++;
            }
        });
    }

    /** Where a sample was taken, followed from the outermost frame inwards. */
    private static final class Place {
        static final String COPYING = "crossings: lifting, lowering, copying";
        static final String ALLOCATING = "crossings: allocating";

        boolean committing;
        String room = "the rest";
        String crossing = "";
        final Set<String> entered = new LinkedHashSet<>();

        private String component = "host";

        void enter(String type, String method) {
            if (type.equals(Composed.class.getName()) && method.equals("commit")) {
                committing = true;
            } else if (type.startsWith(BINDINGS) && type.endsWith("LedgerExport")) {
                cross("gate", method);
            } else if (type.startsWith(GENERATED + "Adapter") && method.equals("call")) {
                cross(
                        type.contains("_policy_") ? "spending limit" : "engine",
                        type.substring(type.lastIndexOf('_') + 1));
            } else if (type.endsWith(".DirectState")) {
                toHost("state." + HostCalls.witName(method));
            } else if (type.endsWith(IMPORT)) {
                String name = type.substring(type.lastIndexOf('.') + 1, type.length() - IMPORT.length());
                toHost(HostCalls.witName(name).substring(1) + "." + HostCalls.witName(method));
            } else if (method.equals("realloc") && type.endsWith(".ResolvedOptions")) {
                room = ALLOCATING;
            } else if (method.startsWith("func_") && !room.equals(ALLOCATING)) {
                room = component;
            } else if (type.startsWith(TABLES)) {
                room = "host: " + type.substring(TABLES.length()).replaceFirst("\\$.*", "");
            }
        }

        private void cross(String callee, String function) {
            enter(component + " → " + callee + ": " + function);
            component = callee;
        }

        /** The host calls nothing back but {@code realloc}: what follows are its own methods. */
        private void toHost(String function) {
            if (!crossing.contains("→ host")) {
                enter(component + " → host: " + function);
            }
        }

        private void enter(String name) {
            crossing = name;
            room = COPYING;
            entered.add(name);
        }
    }
}
