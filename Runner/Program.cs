using Verify.Properties;
using Verify.Runner;

using var interrupt = new Interrupt();
var session = new Session(
    Terminal.OfProcess(), Repository.Around(AppContext.BaseDirectory), Environment.CurrentDirectory, interrupt.Token);
return CommandLine.Run(args, session);
