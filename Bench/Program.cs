using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Verify.Bench;

if (args is ["memory"])
{
    return Memory.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(Memory).Assembly).Run(args, DefaultConfig.Instance);
return 0;
