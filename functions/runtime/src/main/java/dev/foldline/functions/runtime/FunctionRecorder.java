package dev.foldline.functions.runtime;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import java.util.List;

/** Hands what the build found to the application. */
@Recorder
public class FunctionRecorder {

    public RuntimeValue<FunctionCatalog> catalog(
            List<FunctionCatalog.Entry> commands,
            List<FunctionCatalog.Entry> queries,
            List<FunctionCatalog.RemoteEntry> remoteCommands,
            List<FunctionCatalog.RemoteEntry> remoteQueries,
            List<FunctionCatalog.GatherEntry> gathers) {
        return new RuntimeValue<>(new FunctionCatalog(commands, queries, remoteCommands, remoteQueries, gathers));
    }
}
