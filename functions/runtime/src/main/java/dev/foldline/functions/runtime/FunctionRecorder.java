package dev.foldline.functions.runtime;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import java.util.List;
import java.util.Map;

/** Hands what the build found to the application. */
@Recorder
public class FunctionRecorder {

    public RuntimeValue<BuiltCatalog> catalog(
            List<FunctionCatalog.Entry> commands,
            List<FunctionCatalog.Entry> queries,
            List<FunctionCatalog.RemoteEntry> remoteCommands,
            List<FunctionCatalog.RemoteEntry> remoteQueries,
            List<FunctionCatalog.GatherEntry> gathers) {
        return new RuntimeValue<>(
                new BuiltCatalog(new FunctionCatalog(commands, queries, remoteCommands, remoteQueries, gathers)));
    }

    public RuntimeValue<HandlerModules> modules(Map<String, String> modules) {
        return new RuntimeValue<>(new HandlerModules(modules));
    }
}
