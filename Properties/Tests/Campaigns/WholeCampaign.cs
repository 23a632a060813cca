using Verify.Implementation;
using Verify.Properties.Campaigns;

namespace Verify.Properties.Tests.Campaigns;

/// <summary>The campaign that must reach everything, run once for all tests.</summary>
internal static class WholeCampaign
{
    public const int Calls = 4_000_000;

    private static readonly Lazy<CampaignReport> Run = new(() => Campaign.Run(
        new CampaignOptions { Calls = Calls }, world => new Machine(world)));

    public static CampaignReport Report => Run.Value;
}
