using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Verify.Bench;

switch (args)
{
    case ["memory"]:
        return MemoryGrowth.Run();
    case ["throughput"]:
        return Throughput.Run();
    case ["beside", var folder]:
        return Beside.Run(folder);
}

// In this process: only ratios matter, and a separate build for each benchmark would take most of the time.
Job job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
IConfig config = DefaultConfig.Instance.AddJob(job);
BenchmarkSwitcher.FromAssembly(typeof(MemoryGrowth).Assembly).Run(args, config);
return 0;
