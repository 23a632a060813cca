using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Verify.Bench;

if (args is ["memory"])
{
    return Memory.Run();
}

// In this process: the ratios are what counts, and a build of its own for each benchmark would take most of the time.
IConfig config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Memory).Assembly).Run(args, config);
return 0;
