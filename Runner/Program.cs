using Verify.Properties;
using Verify.Runner;
using Verify.Runner.Input;
using Verify.Runner.Output;

using var interrupt = new Interrupt();
var context = new CommandContext(
    Terminal.OfProcess(), Repository.Around(AppContext.BaseDirectory), Environment.CurrentDirectory, interrupt.Token)
{
    Input = Console.In,
};
return CommandLine.Run(args, context);
